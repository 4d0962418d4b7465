package org.muniment.api;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.muniment.api.sources.SourcesOption;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.muniment.batch.Rooms;
import org.muniment.batch.ingest.Ingest;
import org.muniment.batch.ingest.IngestRequest;
import org.muniment.batch.ingest.Progress;
import org.muniment.batch.ingest.Reconciliation;
import org.muniment.batch.ingest.Source;
import org.muniment.batch.ingest.journal.Journal;
import org.muniment.batch.ingest.journal.JournalEntry;
import org.muniment.batch.ingest.sources.Account;
import org.muniment.batch.ingest.sources.SettingsProblem;
import org.muniment.batch.ingest.sources.SourceEntry;
import org.muniment.batch.ingest.sources.SourcesFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code muniment journal}: listens for what mail servers journal. */
@Command(
        name = "journal",
        description = {
            "Listens for what mail servers journal here, until it is told to end.",
            "A message is acknowledged when it is durable, never before; what can't be kept just now is refused for the "
                    + "moment, and mail servers send it again. While another command waits to write, this one gives way. "
                    + "Ended with Ctrl-C or by the system, it answers what is under way and checks its sum."
        },
        footer = {
            "",
            "Example:",
            "  muniment journal exchange",
            "with these lines in sources.yaml:",
            "  sources:",
            "    - name: exchange",
            "      type: journal",
            "      smtp: 0.0.0.0:2525",
            "      networks: [192.0.2.0/24]",
            "      recipients: [journal@archive.district.example]",
            "      domains: [district.example]",
            "      custodian: unknown@district.example"
        })
final class JournalCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final CountDownLatch listening = new CountDownLatch(1);
    private volatile @Nullable Journal journal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            description = "The entry of sources.yaml, where it has several journals.")
    private @Nullable String name;

    @Mixin
    private final SourcesOption sources = new SourcesOption();

    JournalCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException, SettingsProblem {
        JournalEntry entry = entry();
        ArchiveSettings settings = ArchiveSettings.read(options.folder());
        Path spool = settings.folder().resolve("spool").resolve("journal");
        CountDownLatch ended = new CountDownLatch(1);
        Thread hook = new Thread(() -> endCleanly(ended));
        try (Journal opened = Journal.open(entry.settings(), new Keeping(entry), spool, terminal.clock())) {
            journal = opened;
            Runtime.getRuntime().addShutdownHook(hook);
            say(opened);
            listening.countDown();
            opened.run(new Telling());
        } finally {
            listening.countDown();
            ended.countDown();
            unhook(hook);
        }
        return ExitCode.DONE;
    }

    private void say(Journal opened) {
        if (opened.smtpPort() >= 0) {
            terminal.complain("Listening for SMTP on port " + opened.smtpPort());
        }
        if (opened.lmtpPort() >= 0) {
            terminal.complain("Listening for LMTP on port " + opened.lmtpPort());
        }
    }

    /** Waits until it listens, and tells the ports for SMTP and LMTP, -1 for none; nothing when it never did. */
    List<Integer> ports() throws InterruptedException {
        listening.await();
        Journal opened = journal;
        return opened == null ? List.of() : List.of(opened.smtpPort(), opened.lmtpPort());
    }

    /** Ends it as Ctrl-C does. */
    void stop() {
        Journal opened = journal;
        if (opened != null) {
            opened.stop();
        }
    }

    /** The system ends the program when this returns: what is under way is answered and counted first. */
    private void endCleanly(CountDownLatch ended) {
        stop();
        try {
            ended.await(2, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void unhook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endingAlready) {
            // then it waits for us no longer
        }
    }

    private JournalEntry entry() throws SettingsProblem {
        try (Archive archive = Archive.read(options.folder(), terminal.clock())) {
            SourcesFile file = sources.file(options, archive);
            if (!file.exists()) {
                throw new WrongUsage(
                        "There is no " + file.file() + ". Write one; an example is shown by: muniment journal --help");
            }
            return only(file);
        }
    }

    private JournalEntry only(SourcesFile file) throws SettingsProblem {
        List<JournalEntry> journals = new ArrayList<>();
        for (SourceEntry entry : file.read()) {
            boolean isMeant = entry.type().equals("journal") && (name == null || name.equals(entry.name()));
            if (isMeant && entry.problem().isPresent()) {
                throw entry.problem().orElseThrow();
            }
            if (isMeant) {
                entry.accounts().stream()
                        .map(Account::source)
                        .filter(JournalEntry.class::isInstance)
                        .map(JournalEntry.class::cast)
                        .forEach(journals::add);
            }
        }
        if (journals.isEmpty()) {
            throw new WrongUsage(
                    name == null
                            ? "No entry of " + file.file() + " has type: journal"
                            : "No journal is named '" + Terminal.plain(name) + "' in " + file.file());
        }
        if (journals.size() > 1) {
            throw new WrongUsage("There are several journals in " + file.file() + "; name the one that is to listen");
        }
        return journals.getFirst();
    }

    /** Keeps what comes: the archive is open only while there is a run. */
    private final class Keeping implements Journal.Keeper {
        private final JournalEntry entry;
        private volatile @Nullable Archive open;

        Keeping(JournalEntry entry) {
            this.entry = entry;
        }

        @Override
        public Reconciliation keep(Source source) {
            try (Archive archive = Archive.writeYielding(options.folder(), terminal.clock())) {
                open = archive;
                return new Ingest(Rooms.of(archive))
                        .run(
                                new IngestRequest(
                                        source, entry.custody(archive.people().custodians())),
                                Progress.NONE);
            } finally {
                open = null;
            }
        }

        @Override
        public boolean isWanted() {
            Archive archive = open;
            return archive != null && archive.isWanted();
        }
    }

    private final class Telling implements Journal.Watcher {
        @Override
        public void ended(Reconciliation run) {
            options.answer(terminal, run, () -> Reconciled.print(terminal, run));
            terminal.out().flush();
        }

        @Override
        public void failed(RuntimeException failure, Duration pause) {
            terminal.complain("muniment: nothing can be kept just now, and senders are told to try later. "
                    + Reason.of(failure) + " Tried again in " + pause.toSeconds() + " seconds");
        }
    }
}
