package org.muniment.api;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.item.RegisteredItem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muniment exceptions}: what could not be fully read, with the reasons. */
@Command(
        name = "exceptions",
        description = {
            "Lists what could not be fully read, and why.",
            "These items are stored like all others and found by what is known of them; only words that could not be "
                    + "read can't be searched."
        },
        footer = {"", "Example:", "  muniment exceptions --limit 50"})
final class ExceptionsCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "Items on a page, 1 to 10000 (default: ${DEFAULT-VALUE}).")
    private int limit = 100;

    @Option(
            names = "--after",
            paramLabel = "KEY",
            description = "The next page: the key printed under the page before.")
    private long after;

    ExceptionsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Row(String id, String indexed, String subject, List<ShownItem.Gap> gaps) {
        static Row of(RegisteredItem row) {
            return new Row(
                    row.item().id().value(),
                    row.item().coverage().extent().name().toLowerCase(Locale.ROOT),
                    row.item().subject(),
                    row.item().coverage().gaps().stream()
                            .map(gap -> new ShownItem.Gap(gap.place(), gap.reason()))
                            .toList());
        }
    }

    private record Page(
            long total, List<Row> items, @Nullable Long next) {}

    @Override
    public Integer call() {
        if (limit < 1 || limit > 10_000) {
            throw new WrongUsage("--limit is 1 to 10000, not " + limit);
        }
        try (Archive archive = Archive.read(options.folder(), terminal.clock())) {
            List<RegisteredItem> found = archive.items().exceptions(after, limit);
            Page page = new Page(
                    archive.items().holdings().exceptions(),
                    found.stream().map(Row::of).toList(),
                    found.size() < limit ? null : found.getLast().revision());
            options.answer(terminal, page, () -> print(page));
        }
        return ExitCode.DONE;
    }

    private void print(Page page) {
        terminal.say(
                page.total() == 1 ? "1 item could not be fully read" : page.total() + " items could not be fully read");
        for (Row row : page.items()) {
            terminal.say("");
            terminal.say(
                    "%s  %s  %s",
                    row.id(),
                    row.indexed().equals("not") ? "not read    " : "read partly ",
                    Terminal.plain(row.subject().isBlank() ? "(no subject)" : row.subject()));
            row.gaps().forEach(gap -> terminal.sayWrapped("    ", gap.text()));
        }
        if (page.next() != null) {
            terminal.say("");
            terminal.say("For the next page, add to the same command: --after %d", page.next());
        }
    }
}
