package org.muniment.api;

import java.util.concurrent.Callable;
import org.muniment.archive.Archive;
import org.muniment.batch.Rooms;
import org.muniment.batch.reindex.Reindex;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muniment reindex}: rebuilds the index from catalogue and objects. */
@Command(
        name = "reindex",
        description = "Rebuilds the search index from catalogue and objects, with the same answers as before.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  muniment reindex", "  muniment reindex --catch-up     adds only what is missing"})
final class ReindexCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Option(names = "--catch-up", description = "Keeps the index and adds what it does not have yet.")
    private boolean catchUp;

    ReindexCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Rebuilt(long items, double seconds) {}

    @Override
    public Integer call() {
        long start = System.nanoTime();
        try (Archive archive = Archive.write(options.folder(), terminal.clock())) {
            Reindex reindex = new Reindex(Rooms.of(archive));
            if (catchUp) {
                reindex.catchUp();
            } else {
                reindex.rebuild();
            }
            Rebuilt rebuilt = new Rebuilt(archive.index().size(), (System.nanoTime() - start) / 1e9);
            if (options.json()) {
                terminal.say("%s", Json.line(rebuilt));
            } else {
                terminal.say("The index has %d items, after %.1f s", rebuilt.items(), rebuilt.seconds());
            }
        }
        return ExitCode.DONE;
    }
}
