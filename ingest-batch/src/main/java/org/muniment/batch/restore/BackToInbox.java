package org.muniment.batch.restore;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.store.Spool;

/**
 * A mailbox into whose inbox messages go as if they came just now, without the marks they had: so the mailbox purge counts
 * their days anew, and does not take them out again the next night. For one thread.
 */
public final class BackToInbox implements RestoreTarget {
    private final RestoreTarget mailbox;
    private final Instant now;

    /** @param mailbox closed with this */
    public BackToInbox(RestoreTarget mailbox, Instant now) {
        this.mailbox = mailbox;
        this.now = now;
    }

    @Override
    public String name() {
        return mailbox.name();
    }

    @Override
    public Put put(String folder, Spool message, List<String> flags, @Nullable Instant received) throws MessageRefused {
        return mailbox.put("INBOX", message, List.of(), now);
    }

    @Override
    public void close() {
        mailbox.close();
    }
}
