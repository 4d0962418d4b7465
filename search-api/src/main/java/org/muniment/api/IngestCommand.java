package org.muniment.api;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.item.Custodian;
import org.muniment.batch.Rooms;
import org.muniment.batch.ingest.Ingest;
import org.muniment.batch.ingest.IngestRequest;
import org.muniment.batch.ingest.Reconciliation;
import org.muniment.batch.ingest.SourceType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muniment ingest}: takes a source in and reconciles it. */
@Command(
        name = "ingest",
        description =
                "Takes mail into the archive and reconciles it: read = stored + duplicates + unreadable + rejected. "
                        + "A run that was interrupted goes on where it stopped; taking a source in again stores nothing twice.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  muniment ingest export.mbox.gz --custodian principal.lincoln@district.example",
            "  muniment ingest mailboxes/ --folder-custodians"
        })
final class IngestCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Mixin
    private final KeepOptions keep = new KeepOptions();

    @Parameters(
            paramLabel = "PATH",
            description = "A message file, an mbox (also .gz), a Maildir, or a folder of them.")
    private @Nullable Path path;

    @Option(names = "--custodian", paramLabel = "ADDRESS", description = "Whose mailbox it is.")
    private @Nullable String custodian;

    @Option(names = "--folder-custodians", description = "The first folder level names the custodian.")
    private boolean folderCustodians;

    @Option(
            names = "--source",
            paramLabel = "TYPE",
            description = "How files are read: ${COMPLETION-CANDIDATES} (default: auto, by what they hold).")
    private SourceType source = SourceType.AUTO;

    IngestCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        IngestRequest request = request();
        try (Archive archive = keep.openOrCreate(options.folder(), terminal.clock());
                ProgressLine progress = new ProgressLine(terminal, "messages")) {
            Reconciliation result = new Ingest(Rooms.of(archive)).run(request, progress::show);
            progress.clear();
            if (options.json()) {
                terminal.say("%s", Json.line(result));
            } else {
                print(result);
            }
            return result.rejected() > 0 ? ExitCode.DONE_WITH_REJECTED : ExitCode.DONE;
        }
    }

    private IngestRequest request() {
        if (path == null || !Files.exists(path)) {
            throw new WrongUsage("There is nothing at " + path + " to take in");
        }
        if (custodian == null && !folderCustodians) {
            throw new WrongUsage("Say whose mail it is: --custodian ADDRESS, or --folder-custodians when the first "
                    + "folder level names the custodian");
        }
        Optional<Custodian> person = Optional.ofNullable(custodian).map(IngestCommand::custodian);
        return new IngestRequest(
                path,
                source,
                folderCustodians
                        ? new IngestRequest.Custody.ByFolder(person)
                        : new IngestRequest.Custody.One(person.orElseThrow()));
    }

    private static Custodian custodian(String address) {
        try {
            return new Custodian(address);
        } catch (IllegalArgumentException e) {
            throw new WrongUsage("--custodian: " + e.getMessage());
        }
    }

    private void print(Reconciliation result) {
        Reconciled.print(terminal, result);
        result.rejections()
                .forEach(one ->
                        terminal.say("REJECTED  %s: %s", Terminal.plain(one.place()), Terminal.plain(one.reason())));
        if (result.unreadable() > 0) {
            terminal.say("What could not be read is stored all the same; see: muniment exceptions");
        }
    }
}
