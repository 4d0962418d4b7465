package org.muniment.batch.mailbox;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A person's mailbox on a mail server, or in files. Removal is exact: the caller names the messages, one by one, and is
 * told of each whether it is really gone. An adapter never removes by a search, a date or a flag. For one thread at a
 * time.
 */
public interface Mailbox extends AutoCloseable {
    /** What became of a message that was to be removed. */
    enum Removal {
        /** It was there, unchanged, and was looked for afterwards and is not there any more. */
        GONE,
        /** It was not there: moved or removed by somebody else. */
        ABSENT,
        /** Its bytes are others than those listed: left alone. */
        CHANGED,
        /** The server did not remove it, or does not say so: it may still be there. */
        REFUSED
    }

    /**
     * All messages of all folders, each once, read as the stream advances. Close the stream.
     *
     * @throws MailboxUnavailable when the mailbox can't be listed in full; then nothing may be concluded from it
     */
    Stream<MailboxMessage> messages();

    /**
     * Looks for one message again, also where marks have changed its place since; empty when it is gone.
     *
     * @throws PlaceLost when the place means nothing any more, so that the message may be anywhere
     * @throws MailboxUnavailable when that can't be told now
     */
    Optional<MailboxMessage> find(String place);

    /**
     * Opens a message's bytes. Close the stream.
     *
     * @throws MailboxUnavailable when it is not there any more, or can't be read
     */
    InputStream open(MailboxMessage message);

    /**
     * Removes exactly these messages, each only while its bytes are those of the version listed.
     *
     * @return what became of each, in the same order
     */
    List<Removal> remove(List<MailboxMessage> messages);

    @Override
    void close();
}
