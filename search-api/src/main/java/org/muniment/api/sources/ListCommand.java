package org.muniment.api.sources;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muniment.api.ArchiveOptions;
import org.muniment.api.ExitCode;
import org.muniment.api.Terminal;
import org.muniment.archive.Archive;
import org.muniment.archive.item.Run;
import org.muniment.archive.item.Tally;
import org.muniment.batch.ingest.sources.Account;
import org.muniment.batch.ingest.sources.Failures;
import org.muniment.batch.ingest.sources.SettingsProblem;
import org.muniment.batch.ingest.sources.SourceEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code muniment sources list}: what is set up, and what came of it last. */
@Command(
        name = "list",
        description = "Lists the sources that are set up, and what came of each when it was last taken in.",
        footer = {"", "Example:", "  muniment sources list"})
final class ListCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Mixin
    private final NamedEntries entries = new NamedEntries();

    ListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Last(String run, String state, String started, Tally counts) {
        static Last of(Run run) {
            return new Last(
                    run.id(),
                    run.state().name().toLowerCase(Locale.ROOT),
                    run.started().toString(),
                    run.tally());
        }
    }

    private record Listed(
            String source,
            String custodian,
            @Nullable Last last,
            @Nullable String failure) {}

    private record Entry(String name, String type, @Nullable String problem, List<Listed> accounts) {}

    @Override
    public Integer call() throws SettingsProblem {
        try (Archive archive = Archive.read(options.folder(), terminal.clock())) {
            List<Entry> all = entries.read(options, archive).stream()
                    .map(entry -> entry(archive, entry))
                    .toList();
            options.answer(terminal, all, () -> all.forEach(one -> print(one, archive)));
        }
        return ExitCode.DONE;
    }

    private static Entry entry(Archive archive, SourceEntry entry) {
        return new Entry(
                entry.name(),
                entry.type(),
                entry.problem().map(Throwable::getMessage).orElse(null),
                entry.accounts().stream().map(one -> listed(archive, one)).toList());
    }

    private static Listed listed(Archive archive, Account account) {
        String source = account.source().name();
        Optional<Run> last = archive.runs()
                .last(source, account.custody().toString(), account.source().type());
        return new Listed(
                source,
                account.custody().toString(),
                last.map(Last::of).orElse(null),
                new Failures(archive.catalogue())
                        .find(source)
                        .map(Failures.Failure::why)
                        .orElse(null));
    }

    private void print(Entry one, Archive archive) {
        terminal.say("%s  %s", Terminal.plain(one.name()), Terminal.plain(one.type()));
        if (one.problem() != null) {
            terminal.sayWrapped("    ", "WRONG  " + one.problem());
        }
        for (Listed account : one.accounts()) {
            terminal.say("    %s  %s", Terminal.plain(account.source()), Terminal.plain(account.custodian()));
            terminal.sayWrapped("        ", words(account, archive));
        }
    }

    private static String words(Listed account, Archive archive) {
        if (account.failure() != null) {
            return "FAILED  " + account.failure();
        }
        Last last = account.last();
        if (last == null) {
            return "never taken in";
        }
        Tally counts = last.counts();
        return Terminal.time(
                        java.time.Instant.parse(last.started()),
                        archive.settings().zone()) + ": "
                + state(last.state()) + "; read " + counts.read() + " = stored " + counts.stored() + " + duplicates "
                + counts.duplicates() + " + unreadable " + counts.unreadable() + " + rejected " + counts.rejected();
    }

    private static String state(String state) {
        return switch (state) {
            case "open" -> "running, or interrupted; collect again to go on";
            case "unreconciled" -> "does not add up";
            default -> "complete";
        };
    }
}
