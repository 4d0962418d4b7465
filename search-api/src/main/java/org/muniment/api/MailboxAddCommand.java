package org.muniment.api;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.Period;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.item.Custodian;
import org.muniment.batch.Rooms;
import org.muniment.batch.mailbox.Mailbox;
import org.muniment.batch.mailbox.MailboxPurge;
import org.muniment.batch.mailbox.MailboxUnavailable;
import org.muniment.batch.mailbox.Mailboxes;
import org.muniment.batch.mailbox.RegisteredMailbox;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muniment mailbox add}: registers a mailbox for the purge. */
@Command(
        name = "add",
        description = {
            "Registers a mailbox, so that the purge may touch it.",
            "Its messages must have been taken in from the same place: muniment ingest, or muniment sources collect. Given "
                    + "again, it changes what is known of the mailbox."
        },
        footer = {
            "",
            "Example:",
            "  muniment mailbox add Maildir/ --custodian principal@district.example",
            "  muniment mailbox add imap://principal@mail.district.example",
            "  muniment mailbox add boxes/ann/ --custodian ann@district.example \\",
            "    --source boxes/ --keep P180D"
        })
final class MailboxAddCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Mixin
    private final MailServersOption servers = new MailServersOption();

    @Parameters(paramLabel = "MAILBOX", description = NamedMailbox.HOW)
    private String path = "";

    @Option(
            names = "--custodian",
            paramLabel = "ADDRESS",
            description = "Whose mailbox it is; of an account sources.yaml says it.")
    private @Nullable String custodian;

    @Option(
            names = "--source",
            paramLabel = "PATH",
            description =
                    "What was given to muniment ingest, when that was a folder of several mailboxes (default: PATH).")
    private @Nullable Path source;

    @Option(
            names = "--keep",
            paramLabel = "PERIOD",
            description = "How long its messages stay, such as P180D, when longer than the schedule says.")
    private @Nullable String keep;

    MailboxAddCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * A registered mailbox.
     *
     * @param unreconciled why it would not be purged; null when nothing is in the way
     */
    record Added(
            String path,
            String custodian,
            String source,
            @Nullable String keep,
            @Nullable String unreconciled) {
        static Added of(RegisteredMailbox mailbox, MailboxPurge purge) {
            Period own = mailbox.keep();
            return new Added(
                    mailbox.name(),
                    mailbox.custodian().address(),
                    mailbox.source(),
                    own == null ? null : own.toString(),
                    purge.unreconciled(mailbox).orElse(null));
        }
    }

    @Override
    public Integer call() {
        Period own = period();
        try (Archive archive = Archive.write(options.folder(), terminal.clock())) {
            MailboxPurge purge =
                    new MailboxPurge(Rooms.of(archive), archive.disposal().trips(), servers.of(options, archive)::open);
            if (own != null) {
                purge.refuseShorter(own);
            }
            NamedMailbox named = NamedMailbox.of(servers.of(options, archive), path);
            Custodian owner = owner(archive, named);
            refuseNone(archive, named, owner);
            archive.catalogue()
                    .transactions()
                    .executeWithoutResult(status -> mailboxes(archive)
                            .add(
                                    named.kind(),
                                    named.name(),
                                    owner,
                                    source == null ? named.name() : Mailboxes.name(source),
                                    own,
                                    archive.clock().instant()));
            RegisteredMailbox mailbox = mailboxes(archive).find(named.name()).orElseThrow();
            Added added = Added.of(mailbox, purge);
            options.answer(terminal, added, () -> print(added));
        }
        return ExitCode.DONE;
    }

    static Mailboxes mailboxes(Archive archive) {
        return new Mailboxes(archive.catalogue().writer(), archive.catalogue().reader());
    }

    private @Nullable Period period() {
        try {
            return keep == null ? null : Period.parse(keep);
        } catch (DateTimeException wrong) {
            throw new WrongUsage("--keep takes a period, such as P180D or P1Y, not '" + keep + "'");
        }
    }

    private Custodian owner(Archive archive, NamedMailbox named) {
        if (custodian != null) {
            return new Custodian(custodian);
        }
        return switch (named.kind()) {
            case MAILDIR -> throw new WrongUsage("Say whose mailbox it is: --custodian ADDRESS");
            case IMAP -> servers.of(options, archive).account(named.name()).custodian();
        };
    }

    /** Looks into the mailbox once: a wrong path or password is told now, not in the night. */
    private void refuseNone(Archive archive, NamedMailbox named, Custodian owner) {
        RegisteredMailbox looked =
                new RegisteredMailbox(0, named.kind(), named.name(), owner, named.name(), null, Instant.EPOCH);
        try (Mailbox mailbox = servers.of(options, archive).open(looked);
                var messages = mailbox.messages()) {
            messages.findFirst();
        } catch (MailboxUnavailable none) {
            throw new WrongUsage(Reason.of(none));
        }
    }

    private void print(Added added) {
        terminal.say("Registered: %s of %s", Terminal.plain(added.path()), added.custodian());
        if (added.unreconciled() != null) {
            terminal.sayWrapped(
                    "  ",
                    "It is not purged yet: " + added.unreconciled() + ". Take it in: "
                            + (added.path().startsWith("imap://")
                                    ? "muniment sources collect"
                                    : "muniment ingest " + added.source() + " --custodian " + added.custodian()));
        }
    }
}
