package org.muniment.api;

import java.util.concurrent.Callable;
import org.muniment.archive.Archive;
import org.muniment.batch.mailbox.RegisteredMailbox;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code muniment mailbox forget}: takes a mailbox off the list of those that are purged. */
@Command(
        name = "forget",
        description = {
            "Takes a mailbox off the list, so that the purge does not touch it any more.",
            "What was removed from it stays on record, and in the archive. mailbox add puts it back."
        },
        footer = {"", "Example:", "  muniment mailbox forget Maildir/"})
final class MailboxForgetCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Mixin
    private final MailServersOption servers = new MailServersOption();

    @Parameters(paramLabel = "MAILBOX", description = NamedMailbox.HOW)
    private String path = "";

    MailboxForgetCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Forgotten(String path, String custodian) {}

    @Override
    public Integer call() {
        try (Archive archive = Archive.write(options.folder(), terminal.clock())) {
            var mailboxes = MailboxAddCommand.mailboxes(archive);
            RegisteredMailbox mailbox = mailboxes
                    .find(NamedMailbox.of(servers.of(options, archive), path).name())
                    .orElseThrow(() -> new WrongUsage("The mailbox " + path + " is not registered"));
            archive.catalogue()
                    .transactions()
                    .executeWithoutResult(
                            status -> mailboxes.forget(mailbox, archive.clock().instant()));
            Forgotten done = new Forgotten(mailbox.name(), mailbox.custodian().address());
            options.answer(
                    terminal,
                    done,
                    () -> terminal.say("Not purged any more: %s of %s", Terminal.plain(done.path()), done.custodian()));
        }
        return ExitCode.DONE;
    }
}
