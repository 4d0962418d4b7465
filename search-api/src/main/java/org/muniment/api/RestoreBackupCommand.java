package org.muniment.api;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.ArchiveSettings;
import org.muniment.batch.backup.Restoration;
import org.muniment.batch.backup.RestoreRequest;
import org.muniment.batch.backup.Restored;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muniment restore-backup}: an archive of a backup. */
@Command(
        name = "restore-backup",
        description = {
            "Makes an archive of a backup: files, catalogue, objects, the index anew, and a check of all.",
            "Into the folder that --archive names, which must be empty. Interrupted, start it again.",
            "What was destroyed after the backup is back. Give the checkpoints and certificates that were kept elsewhere: they "
                    + "tell what the backup does not know, and then it is not called whole."
        },
        footer = {
            "",
            "Example:",
            "  muniment restore-backup /mnt/backup/muniment --archive /srv/muniment",
            "  muniment restore-backup /mnt/backup/muniment --archive /srv/muniment \\",
            "    --checkpoint kept-elsewhere.txt --certificate papers/certificate-P3",
            "",
            "Exit code 0 when all is back and proved, 4 when a fault was found or",
            "something happened after the backup."
        })
final class RestoreBackupCommand implements Callable<Integer> {
    private static final String INTERRUPTED = "muniment: interrupted. Start it again.";

    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Parameters(paramLabel = "DIR", description = "The backup's folder.")
    private Path backup = Path.of("");

    @Option(names = "--objects", paramLabel = "ADDRESS", description = "Keeps objects elsewhere: files, or s3://….")
    private @Nullable String objects;

    @Option(
            names = "--catalogue",
            paramLabel = "ADDRESS",
            description = "Keeps the catalogue elsewhere: sqlite, or the address of an empty PostgreSQL database.")
    private @Nullable String catalogue;

    @Option(
            names = "--ledger-key",
            paramLabel = "FILE",
            description = "The ledger's key, for a backup made --without-key.")
    private @Nullable Path ledgerKey;

    @Option(
            names = "--encrypt",
            paramLabel = "FILE",
            description =
                    "The file of the master keys, outside the archive. Encrypts objects that are not; where they are, "
                            + "says where the file is now.")
    private @Nullable Path masterKey;

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description = "A checkpoint of the ledger that was kept elsewhere. May be repeated.")
    private List<Path> checkpoints = new ArrayList<>();

    @Option(
            names = "--certificate",
            paramLabel = "DIR",
            description = "A certificate of destruction that was kept elsewhere. May be repeated.")
    private List<Path> certificates = new ArrayList<>();

    RestoreBackupCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (options.again().isEmpty()) {
            throw new WrongUsage("Name the new archive's folder: --archive DIR");
        }
        RestoreRequest request = new RestoreRequest(
                backup,
                options.folder(),
                objects,
                catalogue,
                ledgerKey,
                masterKey,
                checkpoints.stream().map(VerifyCommand::checkpoint).toList(),
                certificates);
        try (ProgressLine progress = new ProgressLine(terminal, "objects are back", INTERRUPTED)) {
            Restored back = new Restoration(request, terminal.clock(), done -> progress.show(done, 0)).run();
            progress.clear();
            options.answer(terminal, back, () -> print(back));
            return back.isClean() ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    private void print(Restored back) {
        terminal.say(
                "Brought back %s as of %s: %d objects",
                back.archive(),
                Terminal.time(
                        back.taken(), ArchiveSettings.read(options.folder()).zone()),
                back.objects());
        back.missing().forEach(fault -> terminal.say("FAULT  %s", Terminal.plain(fault)));
        back.verification()
                .faults()
                .forEach(fault ->
                        terminal.say("FAULT  %s: %s", Terminal.plain(fault.where()), Terminal.plain(fault.what())));
        if (back.lost() > 0) {
            terminal.sayWrapped(
                    "",
                    back.lost()
                            + " entries of the ledger came after this backup and are lost: what was collected, decided or"
                            + " destroyed since. The ledger can't go on under that checkpoint: keep it with the reason, and give"
                            + " checkpoints of the restored archive to whoever had one.");
        }
        if (!back.destroyedSince().isEmpty()) {
            terminal.say(
                    "%d items were destroyed after this backup, say the certificates, and are back:",
                    back.destroyedSince().size());
            back.destroyedSince().forEach(item -> terminal.say("  %s", item));
            terminal.sayWrapped("", "They must be destroyed again: muniment purge plan lists them with what is due.");
        }
        terminal.say(
                "%s",
                back.isClean()
                        ? "Proved " + back.verification().items()
                                + " items, their objects, the ledger and the new index. No fault found."
                        : "This archive is not as it was. Read the lines above before anybody works with it.");
    }
}
