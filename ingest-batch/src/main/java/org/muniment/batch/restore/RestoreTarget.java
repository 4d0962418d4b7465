package org.muniment.batch.restore;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.store.Spool;

/**
 * A mailbox that messages are put back into. Putting the same message into the same folder again changes nothing, so an
 * interrupted restore is simply done again. For one thread.
 */
public interface RestoreTarget extends AutoCloseable {
    /** What became of a message. */
    enum Put {
        /** It was there. */
        PRESENT,
        /** It is there now; read back, its bytes are the archive's. */
        EQUAL,
        /** It is there now; the server ends its lines otherwise, and changed nothing else. */
        LINE_ENDS,
        /** It is there now, but the server has changed it. */
        ALTERED
    }

    /** How people know it: an account or a folder. */
    String name();

    /**
     * Puts a message into a folder, which is made when it is not there, and reads it back.
     *
     * @param folder {@code /} between levels
     * @param flags as collections have them
     * @param received its receipt; null leaves it unknown, or to the server
     * @throws MessageRefused when the mailbox does not take this message
     * @throws org.muniment.batch.mailbox.MailboxUnavailable when the mailbox can't be reached
     */
    Put put(String folder, Spool message, List<String> flags, @Nullable Instant received) throws MessageRefused;

    @Override
    void close();
}
