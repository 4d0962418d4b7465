package org.muniment.api;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.muniment.archive.Archive;
import org.muniment.batch.backup.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muniment backup}: a copy of the archive, made while it is in use. */
@Command(
        name = "backup",
        description = {
            "Copies the archive into a folder, also while others write into it.",
            "The same folder again: only what is new is copied, and what was destroyed since is removed there too. Interrupted, "
                    + "start it again; the copy before stays whole until the new one is. Nothing has to be stopped.",
            "A backup keeps what it was told to keep until it is made again: throw old ones away, or what was destroyed "
                    + "lives on in them."
        },
        footer = {
            "",
            "Example:",
            "  muniment backup /mnt/backup/muniment",
            "  cd /mnt/backup/muniment && sha256sum -c --quiet current/manifest.sha256",
            "",
            "Back again: muniment restore-backup. Exit code 4 when objects of the archive",
            "are damaged or lost; the others are in the backup all the same."
        })
final class BackupCommand implements Callable<Integer> {
    private static final String INTERRUPTED = "muniment: interrupted. Start the backup again; it goes on.";

    /** What becomes of objects. */
    enum Objects {
        COPY,
        RECORD
    }

    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Parameters(paramLabel = "DIR", description = "The backup's folder, outside the archive, best on another disk.")
    private Path folder = Path.of("");

    @Option(
            names = "--without-key",
            description = "Leaves out ledger.key and other *.key files. Without the ledger's key, kept elsewhere, the "
                    + "backup can't be brought back.")
    private boolean withoutKey;

    @Option(
            names = "--objects",
            paramLabel = "HOW",
            description =
                    "copy (default); or record, for objects in an S3 store that keeps copies by itself: then they are "
                            + "not in the backup.")
    private Objects objects = Objects.COPY;

    BackupCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Archive archive = Archive.decide(options.folder(), terminal.clock());
                ProgressLine progress = new ProgressLine(terminal, "objects copied", INTERRUPTED)) {
            Backup.Done done = new Backup(
                            archive, folder, !withoutKey, objects == Objects.COPY, copied -> progress.show(copied, 0))
                    .run();
            progress.clear();
            options.answer(terminal, done, () -> print(archive, done));
            return done.isClean() ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    private void print(Archive archive, Backup.Done done) {
        terminal.say(
                "Backed up as of %s: %d objects, %d of them new (%s), in %.1f s",
                Terminal.time(done.record().taken(), archive.settings().zone()),
                done.record().objects(),
                done.copied(),
                Terminal.bytes(done.bytes()),
                done.seconds());
        if (done.removed() > 0) {
            terminal.say("Removed there, since the archive has them no more: %d objects", done.removed());
        }
        if (!done.record().copied()) {
            terminal.sayWrapped(
                    "",
                    "The objects are NOT in this backup, only their names: it is worth what the copies of "
                            + archive.settings().objects().toLowerCase(Locale.ROOT) + " are worth.");
        }
        if (done.record().key()) {
            terminal.sayWrapped(
                    "",
                    "It has the ledger's key, readable by its owner only. Whoever has the key can sign as this archive: keep the"
                            + " backup as safe as the archive, or use --without-key and keep ledger.key elsewhere.");
        }
        String master = archive.settings().masterKey();
        if (!master.isEmpty()) {
            terminal.sayWrapped(
                    "",
                    "Its objects are encrypted. The master key is never part of a backup: keep a copy of " + master
                            + " elsewhere, or nothing can be read.");
        }
        done.record().faults().forEach(fault -> terminal.say("FAULT  %s", Terminal.plain(fault)));
    }
}
