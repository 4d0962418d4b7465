package org.muniment.api;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.batch.holding.HeldDue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muniment hold due}: what would be destroyed if nothing held it. */
@Command(
        name = "due",
        description = {
            "Lists what its period would let go by now, and holds keep.",
            "Whether anything of it may be destroyed when the holds end is decided by a plan, with all its vetoes."
        },
        footer = {"", "Example:", "  muniment hold due --as-of 2027-01-01"})
final class HoldDueCommand implements Callable<Integer>, AsksServer {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Option(names = "--as-of", paramLabel = "DATE", description = "Due by that day (default: today).")
    private @Nullable LocalDate asOf;

    @Option(names = "--limit", paramLabel = "N", description = "Items shown, 0 to 10000 (default: ${DEFAULT-VALUE}).")
    private int limit = 20;

    @Mixin
    private final PurposeOption purpose = new PurposeOption();

    HoldDueCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int ask(RemoteServer server) {
        Map<String, @Nullable Object> asked = new HashMap<>();
        asked.put("for", purpose.text());
        asked.put("limit", limit);
        asked.put("asOf", asOf);
        HeldDue found = server.get("/holds/due", asked, HeldDue.class);
        options.answer(terminal, found, () -> print(found));
        return ExitCode.DONE;
    }

    @Override
    public Integer call() {
        purpose.refuse();
        if (limit < 0 || limit > 10_000) {
            throw new WrongUsage("--limit is 0 to 10000, not " + limit);
        }
        try (Archive archive = Archive.read(options.folder(), terminal.clock())) {
            LocalDate today = archive.holds().day(archive.clock().instant());
            HeldDue found = HeldDue.kept(archive, asOf == null ? today : asOf, today, limit);
            options.answer(terminal, found, () -> print(found));
        }
        return ExitCode.DONE;
    }

    private void print(HeldDue found) {
        terminal.say(
                "%s due by %s but held", found.total() == 1 ? "1 item is" : found.total() + " items are", found.asOf());
        found.byHold().forEach((hold, count) -> terminal.say("  %-20s %12d", hold, count));
        ShownHeldDue.print(found, terminal);
    }
}
