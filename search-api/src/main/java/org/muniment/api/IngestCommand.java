package org.muniment.api;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
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
        description = {
            "Takes mail into the archive and accounts for every message.",
            "In the end read = stored + duplicates + unreadable + rejected. A run that was interrupted goes on where it "
                    + "stopped when the same command is given again; taking a source in again stores nothing twice. "
                    + "Creates the archive where there is none."
        },
        footer = {
            "",
            "Example:",
            "  muniment ingest export.mbox.gz --custodian principal@district.example",
            "  muniment ingest mailboxes/ --folder-custodians",
            "    where mailboxes/principal@district.example/ holds that person's mail"
        })
final class IngestCommand implements Callable<Integer> {
    /** Mailboxes are also named without a domain, as in an old export. */
    private static final Pattern ADDRESS = Pattern.compile("[^\\s\\p{Cc}<>,;\"]{1,320}");

    static final String INTERRUPTED =
            "muniment: interrupted. What was taken in so far is safe. To go on where it stopped, "
                    + "give the same command again.";

    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Mixin
    private final KeepOptions keep = new KeepOptions();

    @Parameters(
            paramLabel = "PATH",
            description =
                    "A message file (eml, msg, emlx, ics, vcf), a file of many (mbox, also .gz, pst, ost, olm), a zip of"
                            + " these, a Maildir, or a folder of them.")
    private @Nullable Path path;

    @Option(names = "--custodian", paramLabel = "ADDRESS", description = "Whose mailbox it is: the person's address.")
    private @Nullable String custodian;

    @Option(names = "--folder-custodians", description = "The first folder level names the custodian.")
    private boolean folderCustodians;

    @Option(
            names = "--source",
            paramLabel = "TYPE",
            description = "How files are read: auto, eml, mbox or maildir (default: auto, by what they hold).")
    private SourceType source = SourceType.AUTO;

    IngestCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        IngestRequest request = request();
        try (Archive archive = keep.openOrCreate(options.folder(), terminal.clock());
                ProgressLine progress = new ProgressLine(terminal, "messages", INTERRUPTED)) {
            Reconciliation result = new Ingest(Rooms.of(archive)).run(request, progress::show);
            progress.clear();
            options.answer(terminal, result, () -> print(result));
            return result.rejected() > 0 ? ExitCode.DONE_WITH_REJECTED : ExitCode.DONE;
        }
    }

    private IngestRequest request() {
        if (path == null || !Files.exists(path)) {
            throw new WrongUsage("There is nothing at " + path + " to take in");
        }
        if (options.folder().startsWith(path.toAbsolutePath().normalize())) {
            throw new WrongUsage("The archive's own folder, " + options.folder() + ", lies within " + path
                    + ": it would take itself in. Name the folder that holds the mail only");
        }
        if (custodian == null && !folderCustodians) {
            throw new WrongUsage("Say whose mail it is: --custodian ADDRESS, or --folder-custodians when the first "
                    + "folder level names the person");
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
        if (!ADDRESS.matcher(address.strip()).matches()) {
            throw new WrongUsage("--custodian takes one address, such as principal@district.example, not '"
                    + Terminal.plain(address) + "'");
        }
        return new Custodian(address);
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
