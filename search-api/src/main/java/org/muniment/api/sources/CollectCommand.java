package org.muniment.api.sources;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muniment.api.ArchiveOptions;
import org.muniment.api.ExitCode;
import org.muniment.api.ProgressLine;
import org.muniment.api.Reconciled;
import org.muniment.api.Terminal;
import org.muniment.archive.Archive;
import org.muniment.batch.Rooms;
import org.muniment.batch.ingest.Progress;
import org.muniment.batch.ingest.Reconciliation;
import org.muniment.batch.ingest.sources.Account;
import org.muniment.batch.ingest.sources.Collect;
import org.muniment.batch.ingest.sources.Collected;
import org.muniment.batch.ingest.sources.SettingsProblem;
import org.muniment.batch.ingest.sources.SourceEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code muniment sources collect}: takes everything in. */
@Command(
        name = "collect",
        description = {
            "Takes in what the sources hold and accounts for each of them.",
            "Collecting again stores nothing twice; what was interrupted goes on where it stopped. A source that fails does "
                    + "not keep the others from being taken in. The night does the same."
        },
        footer = {
            "",
            "Example:",
            "  muniment sources collect",
            "  muniment sources collect front-office",
            "",
            "Exit code 1 when something was rejected, 3 when an entry is wrong,",
            "4 when a source failed."
        })
final class CollectCommand implements Callable<Integer> {
    private static final String INTERRUPTED =
            "muniment: interrupted. What was taken in so far is safe. To go on where it "
                    + "stopped, give the same command again.";

    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Mixin
    private final NamedEntries entries = new NamedEntries();

    CollectCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** What came of one account; either {@code run} or {@code failure} is there. */
    private record Shown(
            String name,
            @Nullable String source,
            @Nullable String custodian,
            @Nullable Reconciliation run,
            @Nullable String failure) {
        static Shown of(Collected one) {
            return switch (one) {
                case Collected.Whole whole ->
                    new Shown(whole.entry(), whole.source(), whole.custodian(), whole.run(), null);
                case Collected.Broken broken ->
                    new Shown(broken.entry(), broken.source(), broken.custodian(), null, broken.why());
                case Collected.Wrong wrong -> new Shown(wrong.entry(), null, null, null, wrong.why());
            };
        }
    }

    private final class Watching implements Collect.Watch {
        private final ProgressLine line;

        Watching(ProgressLine line) {
            this.line = line;
        }

        @Override
        public Progress begins(SourceEntry entry, Account account) {
            return line::show;
        }

        @Override
        public void ended(Collected outcome) {
            line.clear();
            if (!options.json()) {
                print(Shown.of(outcome));
                terminal.out().flush();
            }
        }
    }

    @Override
    public Integer call() throws SettingsProblem {
        try (Archive archive = Archive.write(options.folder(), terminal.clock());
                ProgressLine line = new ProgressLine(terminal, "messages", INTERRUPTED)) {
            List<SourceEntry> chosen = entries.read(options, archive);
            Collect collect = new Collect(Rooms.of(archive));
            List<Collected> outcomes = collect.run(chosen, new Watching(line), () -> false);
            if (!entries.isPart()) {
                collect.keepOnly(chosen);
            }
            options.answer(terminal, outcomes.stream().map(Shown::of).toList(), () -> {});
            return outcomes.stream().mapToInt(CollectCommand::exit).max().orElse(ExitCode.DONE);
        }
    }

    private static int exit(Collected one) {
        return switch (one) {
            case Collected.Whole whole -> whole.run().rejected() > 0 ? ExitCode.DONE_WITH_REJECTED : ExitCode.DONE;
            case Collected.Broken broken -> ExitCode.FAILED;
            case Collected.Wrong wrong -> ExitCode.REFUSED;
        };
    }

    private void print(Shown one) {
        terminal.say(
                "%s%s",
                Terminal.plain(one.name()),
                Optional.ofNullable(one.source())
                        .map(source -> "  " + Terminal.plain(source))
                        .orElse(""));
        Reconciliation run = one.run();
        if (run != null) {
            Reconciled.print(terminal, run);
            run.rejections()
                    .forEach(rejected -> terminal.say(
                            "REJECTED  %s: %s", Terminal.plain(rejected.place()), Terminal.plain(rejected.reason())));
        }
        if (one.failure() != null) {
            terminal.sayWrapped("    ", (one.source() == null ? "WRONG  sources.yaml, " : "FAILED  ") + one.failure());
        }
        terminal.say("");
    }
}
