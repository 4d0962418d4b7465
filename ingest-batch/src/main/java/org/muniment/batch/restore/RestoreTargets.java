package org.muniment.batch.restore;

import java.nio.file.Path;
import org.muniment.batch.mailbox.MailServers;
import org.muniment.batch.mailbox.RegisteredMailbox;

/** Opens mailboxes to put messages back: folders by their path, accounts as {@code sources.yaml} says how to reach them. */
public final class RestoreTargets {
    private final MailServers servers;
    private final Path spool;

    /** @param spool a folder for large messages */
    public RestoreTargets(MailServers servers, Path spool) {
        this.servers = servers;
        this.spool = spool;
    }

    /** @throws org.muniment.batch.mailbox.MailboxUnavailable when {@code sources.yaml} names no such account */
    public RestoreTarget open(RegisteredMailbox.Kind kind, String name) {
        return switch (kind) {
            case MAILDIR -> new MaildirTarget(Path.of(name));
            case IMAP -> new ImapTarget(servers.account(name).account(), spool);
        };
    }
}
