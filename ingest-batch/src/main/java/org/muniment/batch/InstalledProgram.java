package org.muniment.batch;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** A program that the archive uses where the machine has it. */
public final class InstalledProgram {
    private InstalledProgram() {}

    /**
     * Looks for a program.
     *
     * @param path folders to look in, as in the environment's {@code PATH}
     * @param names what it may be called, the first preferred in each folder
     */
    public static Optional<Path> find(String path, String... names) {
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> Arrays.stream(names).map(Path.of(folder)::resolve))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
