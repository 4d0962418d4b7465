package org.muniment.api.sources;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muniment.api.ArchiveOptions;
import org.muniment.api.ExitCode;
import org.muniment.api.Terminal;
import org.muniment.archive.Archive;
import org.muniment.batch.ingest.sources.Account;
import org.muniment.batch.ingest.sources.SettingsProblem;
import org.muniment.batch.ingest.sources.SourceEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code muniment sources check}: whether the file is right and every source can be reached. */
@Command(
        name = "check",
        description = {
            "Checks sources.yaml and tries every connection.",
            "Connects as a collecting would and takes nothing in. Says what is wrong, in which line, and what to do."
        },
        footer = {
            "",
            "Example:",
            "  muniment sources check",
            "",
            "Exit code 3 when an entry is wrong, 4 when a source can't be reached."
        })
final class CheckCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Mixin
    private final NamedEntries entries = new NamedEntries();

    CheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** @param wrong why it can't be reached, and what to do; null when it can */
    private record Tried(
            String source, String custodian, @Nullable String wrong) {
        static Tried of(Account account) {
            return new Tried(
                    account.source().name(),
                    account.custody().toString(),
                    account.connection().check().orElse(null));
        }
    }

    /** @param problem what is wrong with the entry, with its line; null when it is right */
    private record Checked(
            String name, String type, @Nullable String problem, List<String> warnings, List<Tried> accounts) {
        static Checked of(SourceEntry entry) {
            return new Checked(
                    entry.name(),
                    entry.type(),
                    entry.problem().map(Throwable::getMessage).orElse(null),
                    entry.warnings(),
                    entry.accounts().stream().map(Tried::of).toList());
        }

        int exit() {
            if (accounts.stream().anyMatch(one -> one.wrong() != null)) {
                return ExitCode.FAILED;
            }
            return problem == null ? ExitCode.DONE : ExitCode.REFUSED;
        }
    }

    @Override
    public Integer call() throws SettingsProblem {
        try (Archive archive = Archive.read(options.folder(), terminal.clock())) {
            Stream<Checked> tried = entries.read(options, archive).stream().map(Checked::of);
            List<Checked> all = (options.json() ? tried : tried.peek(this::print)).toList();
            options.answer(terminal, all, () -> terminal.say("%d of %d in order.", right(all), all.size()));
            return all.stream().mapToInt(Checked::exit).max().orElse(ExitCode.DONE);
        }
    }

    private static long right(List<Checked> all) {
        return all.stream().filter(one -> one.exit() == ExitCode.DONE).count();
    }

    /** At once: a server that does not answer takes its time. */
    private void print(Checked one) {
        terminal.say("%s  %s", Terminal.plain(one.name()), Terminal.plain(one.type()));
        if (one.problem() != null) {
            terminal.sayWrapped("    ", "WRONG  " + one.problem());
        }
        one.warnings().forEach(warning -> terminal.sayWrapped("    ", "MIND  " + warning));
        one.accounts()
                .forEach(account -> terminal.sayWrapped(
                        "    ",
                        account.source() + ": "
                                + (account.wrong() == null ? "in order" : "WRONG  " + account.wrong())));
        terminal.out().flush();
    }
}
