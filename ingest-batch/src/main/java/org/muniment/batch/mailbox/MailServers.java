package org.muniment.batch.mailbox;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.muniment.batch.ingest.imap.ImapSource;
import org.muniment.batch.ingest.sources.Account;

/** Opens mailboxes: folders by their path, accounts on mail servers as {@code sources.yaml} says how to reach them. */
public final class MailServers {
    private final Supplier<List<Account>> accounts;
    private final Path spool;

    /**
     * @param accounts what {@code sources.yaml} names, read when it is needed
     * @param spool a folder for large messages
     */
    public MailServers(Supplier<List<Account>> accounts, Path spool) {
        this.accounts = accounts;
        this.spool = spool;
    }

    /** Folders only. */
    public static MailServers none() {
        return new MailServers(List::of, Path.of(""));
    }

    /** @throws MailboxUnavailable when {@code sources.yaml} names no such account */
    public Mailbox open(RegisteredMailbox mailbox) {
        return switch (mailbox.kind()) {
            case MAILDIR -> new MaildirMailbox(Path.of(mailbox.name()));
            case IMAP -> new ImapMailbox(account(mailbox.name()).account(), spool);
        };
    }

    /** @throws MailboxUnavailable when {@code sources.yaml} names no such account */
    public ImapSource account(String name) {
        return accounts.get().stream()
                .map(Account::source)
                .filter(ImapSource.class::isInstance)
                .map(ImapSource.class::cast)
                .filter(source -> source.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new MailboxUnavailable("sources.yaml names no account " + name
                        + ", or something is wrong with its entry; see: muniment sources check"));
    }
}
