package org.muniment.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.batch.Rooms;
import org.muniment.batch.mailbox.KeptFor;
import org.muniment.batch.mailbox.MailboxPurge;
import org.muniment.batch.mailbox.MailboxReport;
import org.muniment.batch.mailbox.Mailboxes;
import org.muniment.batch.mailbox.RegisteredMailbox;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muniment mailbox purge}: removes what is old and proved from registered mailboxes. */
@Command(
        name = "purge",
        description = {
            "Removes old mail from a registered mailbox, or from all of them.",
            "A run that would remove more than 5 %% of a mailbox, or more than twice the usual, is stopped before it removes "
                    + "anything; a named officer may let it go on, once. An interrupted run goes on when it is called again."
        },
        footer = {
            "",
            "Example:",
            "  muniment mailbox purge Maildir/ --dry-run",
            "  muniment mailbox purge Maildir/ --override 'First purge after five years' \\",
            "    --by 'Maria Ortiz, Director of Records'",
            "",
            "Exit code 1 when the archive's copy of a message is damaged or missing,",
            "3 when a run was stopped."
        })
final class MailboxPurgeCommand implements Callable<Integer> {
    private static final Set<KeptFor> ALARMING =
            Set.of(KeptFor.OBJECT_CORRUPT, KeptFor.OBJECT_MISSING, KeptFor.OBJECT_UNPROVED);

    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Mixin
    private final MailServersOption servers = new MailServersOption();

    @Parameters(
            paramLabel = "MAILBOX",
            arity = "0..1",
            description = {NamedMailbox.HOW, "Default: all that are registered."})
    private @Nullable String path;

    @Option(names = "--dry-run", description = "Tells what would be removed and why the rest stays; changes nothing.")
    private boolean rehearsal;

    @Option(
            names = "--override",
            paramLabel = "REASON",
            description = "Lets the mailbox's stopped run go on, once, with what it proposed. Needs MAILBOX and --by.")
    private @Nullable String override;

    @Option(names = "--by", paramLabel = "NAME", description = "Who overrides: name, comma, title.")
    private @Nullable String by;

    MailboxPurgeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (override != null && (by == null || path == null || rehearsal)) {
            throw new WrongUsage("--override needs the MAILBOX and --by, and no --dry-run");
        }
        List<MailboxReport> reports = new ArrayList<>();
        try (Archive archive = rehearsal
                ? Archive.read(options.folder(), terminal.clock())
                : Archive.write(options.folder(), terminal.clock())) {
            MailboxPurge purge =
                    new MailboxPurge(Rooms.of(archive), archive.disposal().trips(), servers.of(options, archive)::open);
            for (RegisteredMailbox mailbox : chosen(archive, MailboxAddCommand.mailboxes(archive))) {
                reports.add(one(purge, mailbox));
            }
            options.answer(terminal, reports, () -> reports.forEach(this::print));
        }
        return exit(reports);
    }

    private List<RegisteredMailbox> chosen(Archive archive, Mailboxes mailboxes) {
        String asked = path;
        if (asked == null) {
            return mailboxes.all();
        }
        return List.of(mailboxes
                .find(NamedMailbox.of(servers.of(options, archive), asked).name())
                .orElseThrow(() -> new WrongUsage("The mailbox " + asked
                        + " is not registered. Register it: muniment mailbox add " + asked + " --custodian ADDRESS")));
    }

    private MailboxReport one(MailboxPurge purge, RegisteredMailbox mailbox) {
        if (rehearsal) {
            return purge.rehearse(mailbox);
        }
        if (override != null && by != null) {
            purge.override(mailbox, OfficerOption.officer(by), override);
        }
        return purge.run(mailbox, () -> false);
    }

    private static int exit(List<MailboxReport> reports) {
        if (reports.stream().anyMatch(report -> report.stopped() != null)) {
            return ExitCode.REFUSED;
        }
        return reports.stream()
                        .flatMap(report -> report.kept().stream())
                        .anyMatch(kept -> ALARMING.contains(kept.reason()))
                ? ExitCode.DONE_WITH_REJECTED
                : ExitCode.DONE;
    }

    private void print(MailboxReport report) {
        terminal.say("%s  %s", report.custodian(), Terminal.plain(report.path()));
        if (report.stopped() != null) {
            terminal.sayWrapped(
                    "  ",
                    (report.rehearsal() ? "Would be stopped, and nothing removed: " : "Stopped, nothing was removed: ")
                            + report.stopped());
        }
        terminal.say(
                "  %d of %d messages %s (%s)",
                report.removed(),
                report.listed(),
                report.rehearsal() ? "are old enough and proved" : "removed",
                Terminal.bytes(report.bytes()));
        for (MailboxReport.Kept kept : report.kept()) {
            terminal.say("  %6d kept: %s", kept.messages(), kept.words());
            kept.places().forEach(place -> terminal.say("           %s", Terminal.plain(place)));
        }
        if (report.unfinished()) {
            terminal.say("  Not finished; it goes on with: muniment mailbox purge %s", Terminal.plain(report.path()));
        }
    }
}
