package org.muniment.api;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.ledger.Officer;
import org.muniment.batch.Rooms;
import org.muniment.batch.restore.Restore;
import org.muniment.batch.restore.RestoreReport;
import org.muniment.batch.restore.RestoreRequest;
import org.muniment.batch.restore.RestoreRequest.What;
import org.muniment.batch.restore.RestoreTarget;
import org.muniment.batch.restore.RestoreTargets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muniment mailbox restore}: puts messages back into a mailbox. */
@Command(
        name = "restore",
        description = {
            "Puts an item, a folder or a whole mailbox back into a mailbox, byte for byte.",
            "Each message goes into the folder it was in, with its marks and the time it was received, and is read back. What "
                    + "is there already is not put a second time, so an interrupted restore is simply given again. Nothing "
                    + "in the archive changes."
        },
        footer = {
            "",
            "Example:",
            "  muniment mailbox restore imap://principal@mail.district.example \\",
            "    --custodian principal@district.example --folder INBOX/Board \\",
            "    --by 'Maria Ortiz, Records'",
            "  muniment mailbox restore Maildir/ --item 3f2a9c --by 'Maria Ortiz, Records'",
            "",
            "Exit code 1 when a message could not be put back as it was."
        })
final class MailboxRestoreCommand implements Callable<Integer> {
    private static final String INTERRUPTED =
            "muniment: interrupted. Give the same command again: what was put back is not put back twice.";

    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Mixin
    private final MailServersOption servers = new MailServersOption();

    @Mixin
    private final OfficerOption by = new OfficerOption();

    @Parameters(paramLabel = "MAILBOX", description = NamedMailbox.HOW)
    private String mailbox = "";

    @Option(names = "--item", paramLabel = "ID", split = ",", description = "Items, by the start of their ids.")
    private List<String> items = new ArrayList<>();

    @Option(names = "--custodian", paramLabel = "ADDRESS", description = "All that was collected from this person.")
    private @Nullable String custodian;

    @Option(
            names = "--folder",
            paramLabel = "NAME",
            description = "Only this folder and those in it, such as INBOX/Board.")
    private @Nullable String folder;

    @Option(names = "--source", paramLabel = "SOURCE", description = "Only what was collected from this source.")
    private @Nullable String source;

    @Option(
            names = "--into",
            paramLabel = "NAME",
            description = "A folder that all of it goes under (default: the folders it was in).")
    private String into = "";

    @Option(names = "--dry-run", description = "Tells what would be put back, and changes nothing.")
    private boolean rehearsal;

    MailboxRestoreCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Officer officer = by.officer();
        try (Archive archive = rehearsal
                ? Archive.read(options.folder(), terminal.clock())
                : Archive.write(options.folder(), terminal.clock())) {
            RestoreRequest request = new RestoreRequest(what(archive), into.strip(), officer);
            NamedMailbox named = NamedMailbox.of(servers.of(options, archive), mailbox);
            RestoreReport report = rehearsal
                    ? new Restore(Rooms.of(archive)).rehearse(request, named.name())
                    : restored(archive, request, named);
            options.answer(terminal, report, () -> print(report));
            return report.failed() > 0 ? ExitCode.DONE_WITH_REJECTED : ExitCode.DONE;
        }
    }

    private RestoreReport restored(Archive archive, RestoreRequest request, NamedMailbox named) {
        try (RestoreTarget target = target(archive, named);
                ProgressLine progress = new ProgressLine(terminal, "messages", INTERRUPTED)) {
            return new Restore(Rooms.of(archive)).run(request, target, progress::show);
        }
    }

    private RestoreTarget target(Archive archive, NamedMailbox named) {
        return new RestoreTargets(servers.of(options, archive), archive.spool()).open(named.kind(), named.name());
    }

    private What what(Archive archive) {
        if (items.isEmpty() == (custodian == null)) {
            throw new WrongUsage("Say what to put back: --item ID, or --custodian ADDRESS with or without --folder");
        }
        if (custodian != null) {
            return new What.FromMailbox(new Custodian(custodian), folder, source);
        }
        if (folder != null || source != null) {
            throw new WrongUsage("--folder and --source go with --custodian");
        }
        List<ItemId> found = items.stream()
                .map(prefix -> Found.item(archive, prefix).item().id())
                .toList();
        return new What.Named(found);
    }

    private void print(RestoreReport report) {
        terminal.say("%s", Terminal.plain(report.target()));
        report.folders().forEach((name, messages) -> terminal.say("  %6d for %s", messages, Terminal.plain(name)));
        if (rehearsal) {
            terminal.say("  %d messages would be put back, except those that are there", report.chosen());
            return;
        }
        terminal.say("  %6d put back and read back", report.restored());
        terminal.say("  %6d were there already", report.present());
        if (report.lineEnds() > 0) {
            terminal.say(
                    "  %6d of those put back have their lines ended otherwise by the mail server", report.lineEnds());
        }
        report.problems()
                .forEach(one -> terminal.say(
                        "FAILED  %s for %s: %s",
                        one.item(), Terminal.plain(one.folder()), Terminal.plain(one.reason())));
    }
}
