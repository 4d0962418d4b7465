package org.muniment.batch.ingest.outlook;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The process that reads one data file, and ends with its parent: writing into a closed pipe ends it. */
final class PstProcess {
    private PstProcess() {}

    /** @param arguments the file, the last ordinal that was dealt with, and the deadly ones with commas between */
    public static void main(String[] arguments) throws IOException {
        DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
        System.setOut(System.err);
        Set<Long> deadly = arguments.length < 3
                ? Set.of()
                : Stream.of(arguments[2].split(","))
                        .filter(one -> !one.isEmpty())
                        .map(Long::valueOf)
                        .collect(Collectors.toUnmodifiableSet());
        PstWalk walk = new PstWalk(frame -> PstFrame.write(out, frame), Long.parseLong(arguments[1]), deadly);
        walk.read(Path.of(arguments[0]));
        PstFrame.write(out, new PstFrame.End());
    }
}
