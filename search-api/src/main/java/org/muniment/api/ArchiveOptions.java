package org.muniment.api;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options every command has: a mixin. */
public final class ArchiveOptions {
    static final String DEFAULT_FOLDER = "muniment-data";

    @Option(
            names = "--archive",
            paramLabel = "DIR",
            description = "The archive's folder (default: $MUNIMENT_HOME, else muniment-data in this folder).")
    private @Nullable Path archive;

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "Asks a running server, with the token in $MUNIMENT_TOKEN; where the command can.")
    private @Nullable String server;

    @Option(names = "--json", description = "Prints JSON on standard output, for programs.")
    private boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this page.")
    private boolean help;

    public Path folder() {
        if (archive != null) {
            return archive.toAbsolutePath().normalize();
        }
        String home = System.getenv("MUNIMENT_HOME");
        return Path.of(home == null || home.isBlank() ? DEFAULT_FOLDER : home)
                .toAbsolutePath()
                .normalize();
    }

    /** What to add to a command so that it opens the same archive: nothing when it would anyway. */
    public String again() {
        return archive == null ? "" : " --archive " + archive;
    }

    public boolean json() {
        return json;
    }

    /** Gives the result in the form that was asked for. */
    public void answer(Terminal terminal, Object result, Runnable asText) {
        answer(terminal, () -> result, asText);
    }

    /** Gives the result in the form that was asked for; {@code result} is found out only for programs. */
    public void answer(Terminal terminal, Supplier<?> result, Runnable asText) {
        if (json) {
            terminal.say("%s", Json.line(result.get()));
        } else {
            asText.run();
        }
    }
}
