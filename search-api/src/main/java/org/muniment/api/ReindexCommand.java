package org.muniment.api;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.muniment.archive.Archive;
import org.muniment.batch.Rooms;
import org.muniment.batch.reindex.Reindex;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muniment reindex}: rebuilds the index from catalogue and objects. */
@Command(
        name = "reindex",
        description = {
            "Builds the search index again from catalogue and objects.",
            "Searches then answer as before. Needed when the index is damaged or lost."
        },
        footer = {"", "Example:", "  muniment reindex", "  muniment reindex --catch-up     adds only what is missing"})
final class ReindexCommand implements Callable<Integer> {
    private static final String INTERRUPTED =
            "muniment: interrupted. Searches may lack mail until the index is complete: "
                    + "muniment reindex --catch-up goes on where it stopped.";

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
        try (Archive archive = Archive.write(options.folder(), terminal.clock());
                ProgressLine progress = new ProgressLine(terminal, "items", INTERRUPTED)) {
            long total = catchUp ? 0 : archive.items().holdings().items();
            AtomicLong done = new AtomicLong();
            Reindex reindex = new Reindex(Rooms.of(archive), items -> progress.show(done.addAndGet(items), total));
            if (catchUp) {
                reindex.catchUp();
            } else {
                reindex.rebuild();
            }
            progress.clear();
            Rebuilt rebuilt = new Rebuilt(archive.index().size(), (System.nanoTime() - start) / 1e9);
            options.answer(
                    terminal,
                    rebuilt,
                    () -> terminal.say("The index has %d items, after %.1f s", rebuilt.items(), rebuilt.seconds()));
        }
        return ExitCode.DONE;
    }
}
