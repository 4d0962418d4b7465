package org.muniment.api;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.hold.CaughtItems.Caught;
import org.muniment.archive.hold.HoldId;
import org.muniment.archive.item.ItemId;
import org.muniment.batch.Rooms;
import org.muniment.batch.lookback.LookBack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muniment hold items}: the items on a hold's list. */
@Command(
        name = "items",
        description = {
            "Lists the items that a hold was seen to cover, in the order of ids.",
            "The list is for reading: a hold covers what its scope says, listed or not. Items stay listed when the hold has "
                    + "ended."
        },
        footer = {"", "Example:", "  muniment hold items H3 --limit 50"})
final class HoldItemsCommand implements Callable<Integer>, AsksServer {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Parameters(paramLabel = "HOLD", description = "The hold, such as H3.")
    private String name = "";

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "Items on a page, 1 to 10000 (default: ${DEFAULT-VALUE}).")
    private int limit = 20;

    @Option(names = "--after", paramLabel = "ID", description = "The next page: the last id of the page before.")
    private @Nullable String after;

    @Mixin
    private final PurposeOption purpose = new PurposeOption();

    @Option(names = "--look-again", description = "First looks for items that are missing on the list.")
    private boolean lookAgain;

    HoldItemsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Page(
            long total, List<CaughtItem> items, @Nullable String next) {}

    @Override
    public int ask(RemoteServer server) {
        if (lookAgain) {
            throw new WrongUsage("--look-again is for the archive's own machine; the server looks again each night");
        }
        Map<String, @Nullable Object> asked = new HashMap<>();
        asked.put("for", purpose.text());
        asked.put("limit", limit);
        asked.put("after", after);
        String hold = RemoteServer.path("/holds/", name);
        long total = server.get(hold, Map.of(), ShownHold.class).items();
        List<CaughtItem> items = server.some(hold + "/items", asked, CaughtItem.class);
        Page page = new Page(
                total, items, items.size() < limit ? null : items.getLast().id());
        options.answer(terminal, page, () -> print(page, server.zone()));
        return ExitCode.DONE;
    }

    @Override
    public Integer call() {
        purpose.refuse();
        if (limit < 1 || limit > 10_000) {
            throw new WrongUsage("--limit is 1 to 10000, not " + limit);
        }
        try (Archive archive = lookAgain
                ? Archive.decide(options.folder(), terminal.clock())
                : Archive.read(options.folder(), terminal.clock())) {
            HoldId hold = NamedHold.find(archive, name).id();
            if (lookAgain) {
                LookBack.Outcome found = new LookBack(Rooms.of(archive)).run(hold);
                terminal.complain(found.added() + " items added to the list of " + hold);
            }
            Page page = page(archive, hold);
            options.answer(terminal, page, () -> print(page, archive.settings().zone()));
        }
        return ExitCode.DONE;
    }

    private Page page(Archive archive, HoldId hold) {
        List<Caught> caught = archive.caughtItems().page(hold, after(), limit);
        return new Page(
                archive.caughtItems().counts().getOrDefault(hold, 0L),
                CaughtItem.of(archive, caught),
                caught.size() < limit ? null : caught.getLast().item().value());
    }

    private @Nullable ItemId after() {
        try {
            return after == null ? null : new ItemId(after);
        } catch (IllegalArgumentException wrong) {
            throw new WrongUsage("--after: " + Reason.of(wrong));
        }
    }

    private void print(Page page, ZoneId zone) {
        terminal.say(page.total() == 1 ? "1 item" : page.total() + " items");
        for (CaughtItem row : page.items()) {
            String subject = row.subject().isBlank() ? "(no subject)" : row.subject();
            terminal.say(
                    "%s  %s  %s",
                    row.id(),
                    Terminal.time(row.listed(), zone),
                    row.here() ? Terminal.plain(subject) : "(destroyed since)");
        }
        if (page.next() != null) {
            terminal.say("");
            terminal.say("For the next page, add to the same command: --after %s", page.next());
        }
    }
}
