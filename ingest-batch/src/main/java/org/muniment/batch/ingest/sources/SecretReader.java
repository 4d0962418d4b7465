package org.muniment.batch.ingest.sources;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** Fetches a secret from where the file says it is: it never stands in the file itself. */
final class SecretReader {
    private static final String HOW = "Write {env: NAME} or {file: PATH}";
    private static final long LONGEST = 65_536;

    private final Surroundings around;
    private final String key;
    private final int line;

    SecretReader(Surroundings around, String key, int line) {
        this.around = around;
        this.key = key;
        this.line = line;
    }

    SettingsProblem literal() {
        return problem(key + " may not stand in this file", HOW + ", and change the secret that stood here");
    }

    Secret read(SourceSettings where) throws SettingsProblem {
        var name = where.find("env");
        var file = where.find("file");
        where.finish();
        if (name.isPresent() == file.isPresent()) {
            throw problem(key + " names no place, or two", HOW);
        }
        return name.isPresent() ? environment(name.get()) : file(file.orElseThrow());
    }

    private Secret environment(String name) throws SettingsProblem {
        String value = around.environment().get(name);
        if (value == null || value.isEmpty()) {
            throw problem(
                    "There is no environment variable " + name + " for " + key,
                    "Set it for the program before it starts, or name a file");
        }
        return new Secret(value);
    }

    private Secret file(String name) throws SettingsProblem {
        try {
            Path file = around.resolve(name);
            if (Files.size(file) > LONGEST) {
                throw problem("The file " + file + " for " + key + " is too large", "Name one that holds it only");
            }
            warnWhenOpen(file);
            String value = Files.readString(file).replaceFirst("\\R\\z", "");
            if (value.isEmpty()) {
                throw problem("The file " + file + " for " + key + " is empty", "Write the secret into it");
            }
            return new Secret(value);
        } catch (IOException | InvalidPathException e) {
            throw problem(
                    "The file " + name + " for " + key + " can't be read ("
                            + e.getClass().getSimpleName() + ")",
                    "Create it as text in UTF-8, readable by the program's user only");
        }
    }

    private void warnWhenOpen(Path file) throws IOException {
        if (!Files.getFileStore(file).supportsFileAttributeView("posix")) {
            return;
        }
        Set<PosixFilePermission> allowed = Files.getPosixFilePermissions(file);
        if (allowed.contains(PosixFilePermission.OTHERS_READ) || allowed.contains(PosixFilePermission.GROUP_READ)) {
            around.warn(
                    line,
                    "The file " + file + " with " + key + " can be read by other users of this machine. "
                            + "Close it: chmod 600 " + file);
        }
    }

    private SettingsProblem problem(String what, String remedy) {
        return new SettingsProblem(line, what, remedy);
    }
}
