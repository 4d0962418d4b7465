package org.muniment.api;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.batch.Rooms;
import org.muniment.batch.mailbox.MailboxPurge;
import org.muniment.batch.mailbox.MailboxReport;
import org.muniment.batch.mailbox.RegisteredMailbox;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code muniment mailbox list}: the registered mailboxes and their latest purge. */
@Command(
        name = "list",
        description = "Lists the mailboxes that the purge may touch, and what it did last.",
        footer = {"", "Example:", "  muniment mailbox list"})
final class MailboxListCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Mixin
    private final MailServersOption servers = new MailServersOption();

    MailboxListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Listed(
            MailboxAddCommand.Added mailbox, @Nullable MailboxReport last) {}

    @Override
    public Integer call() {
        try (Archive archive = Archive.read(options.folder(), terminal.clock())) {
            MailboxPurge purge =
                    new MailboxPurge(Rooms.of(archive), archive.disposal().trips(), servers.of(options, archive)::open);
            List<Listed> all = MailboxAddCommand.mailboxes(archive).all().stream()
                    .map(mailbox -> listed(mailbox, purge))
                    .toList();
            options.answer(terminal, all, () -> print(all));
        }
        return ExitCode.DONE;
    }

    private static Listed listed(RegisteredMailbox mailbox, MailboxPurge purge) {
        return new Listed(
                MailboxAddCommand.Added.of(mailbox, purge), purge.last(mailbox).orElse(null));
    }

    private void print(List<Listed> all) {
        if (all.isEmpty()) {
            terminal.say("No mailbox is registered. Register one: muniment mailbox add MAILBOX");
        }
        for (Listed one : all) {
            terminal.say(
                    "%s  %s%s",
                    one.mailbox().custodian(),
                    Terminal.plain(one.mailbox().path()),
                    one.mailbox().keep() == null
                            ? ""
                            : "  keeps " + one.mailbox().keep());
            if (one.mailbox().unreconciled() != null) {
                terminal.sayWrapped("  ", "Not purged: " + one.mailbox().unreconciled());
            }
            if (one.last() != null) {
                terminal.sayWrapped("  ", "Last purge: " + words(one.last()));
            }
        }
    }

    private static String words(MailboxReport last) {
        if (last.stopped() != null) {
            return "stopped, nothing removed: " + last.stopped();
        }
        return last.removed() + " of " + last.listed() + " messages removed"
                + (last.unfinished() ? ", not finished" : "");
    }
}
