package org.muniment.api;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.muniment.api.bench.Scratch;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The mail that a benchmark takes in, and where. */
final class BenchMail {
    @Parameters(paramLabel = "PATH", description = "Mail of any source type.")
    private Path path = Path.of("");

    @Option(names = "--copies", paramLabel = "N", description = "Makes N messages out of those in PATH.")
    private long copies;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            description = "Turns after the warm-up (default: 3).")
    private int rounds;

    @Option(
            names = "--scratch",
            paramLabel = "DIR",
            description = "Where to write and leave what was written (default: a temporary folder, removed).")
    private @Nullable Path scratch;

    Path path() {
        return path.toAbsolutePath();
    }

    long copies() {
        return copies;
    }

    int rounds() {
        return rounds;
    }

    /** Measures in a scratch folder. */
    int measure(Consumer<Path> benchmark) {
        if (!Files.exists(path)) {
            throw new WrongUsage("There is nothing at " + path);
        }
        if (rounds < 1 || copies < 0) {
            throw new WrongUsage("--rounds is at least 1, and --copies not negative");
        }
        try (Scratch room = Scratch.in(scratch)) {
            benchmark.accept(room.folder());
        }
        return ExitCode.DONE;
    }
}
