package org.muniment.batch.ingest.imap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.muniment.archive.item.Custodian;
import org.muniment.batch.Rooms;
import org.muniment.batch.ingest.ItemSource;
import org.muniment.batch.ingest.Source;

/**
 * All folders of a mail account. A run reads what no earlier run for the same custodian has read; it ends as complete only
 * when every message that the server lists was taken in, or named as rejected.
 *
 * @param account which account
 * @param custodian whose mail it is
 * @param pause the first pause before a failed connection is tried again; each further one is twice as long
 */
public record ImapSource(MailAccount account, Custodian custodian, Duration pause) implements Source {
    /** A server may be away for a minute, as when it is started again. */
    static final int TRIES = 6;

    @Override
    public String name() {
        return account.name();
    }

    @Override
    public String type() {
        return "imap";
    }

    @Override
    public ItemSource open(Path spool) {
        throw new IllegalStateException("An account is read with the register of what was read before");
    }

    /** Connects once, so that a server that is away, or a wrong password, is told before a run begins. */
    @Override
    public ItemSource open(Rooms rooms) {
        check().ifPresent(words -> {
            throw new UncheckedIOException(words, new IOException(words));
        });
        return new AccountReading(
                this,
                new ReadMessages(rooms.catalogue().writer(), rooms.catalogue().reader()),
                rooms.spool());
    }

    /** Connects, logs in and asks for the folders: empty when all is well, else what is wrong, in words. */
    public Optional<String> check() {
        try (ImapConnection connection = account.connect()) {
            connection.folders();
            return Optional.empty();
        } catch (ImapProblem problem) {
            return Optional.of(sentence(problem));
        }
    }

    private static String sentence(ImapProblem problem) {
        String words = problem.words();
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** What the register of read messages calls it. */
    String register() {
        return name() + "\0" + custodian.address();
    }

    /** Unknown: the server's own sums are no guide to what is new. */
    @Override
    public long bytes() {
        return -1;
    }
}
