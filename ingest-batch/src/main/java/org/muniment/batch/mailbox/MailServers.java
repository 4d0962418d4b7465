package org.muniment.batch.mailbox;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.muniment.batch.ingest.imap.ImapSource;
import org.muniment.batch.ingest.sources.Account;
import org.muniment.batch.ingest.sources.SettingsProblem;
import org.muniment.batch.ingest.sources.SourcesFile;

/** Opens mailboxes: folders by their path, accounts on mail servers as {@code sources.yaml} says how to reach them. */
public final class MailServers {
    private final Supplier<List<Account>> accounts;
    private final Path spool;

    /**
     * @param sources read whenever an account is opened
     * @param spool a folder for large messages
     */
    public MailServers(SourcesFile sources, Path spool) {
        this(() -> accounts(sources), spool);
    }

    MailServers(Supplier<List<Account>> accounts, Path spool) {
        this.accounts = accounts;
        this.spool = spool;
    }

    private static List<Account> accounts(SourcesFile sources) {
        if (!sources.exists()) {
            return List.of();
        }
        try {
            return sources.read().stream()
                    .flatMap(entry -> entry.accounts().stream())
                    .toList();
        } catch (SettingsProblem | UncheckedIOException problem) {
            throw new MailboxUnavailable(sources.file() + ": " + problem.getMessage(), problem);
        }
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

    /** The account of a custodian; the first of several. */
    public Optional<ImapSource> of(String custodian) {
        return imap().filter(source -> source.custodian().address().equalsIgnoreCase(custodian))
                .findFirst();
    }

    private Stream<ImapSource> imap() {
        return accounts.get().stream()
                .map(Account::source)
                .filter(ImapSource.class::isInstance)
                .map(ImapSource.class::cast);
    }

    /** @throws MailboxUnavailable when {@code sources.yaml} names no such account */
    public ImapSource account(String name) {
        return imap().filter(source -> source.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new MailboxUnavailable("sources.yaml names no account " + name
                        + ", or something is wrong with its entry; see: muniment sources check"));
    }
}
