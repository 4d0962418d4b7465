package org.muniment.batch.ingest.imap;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A connection that is made again when it breaks, with pauses that grow until patience ends. What is asked of it is asked
 * again from its beginning, so it must be something that may be. For one thread.
 */
public final class SteadyConnection implements AutoCloseable {
    private final MailAccount account;
    private final Patience patience;
    private @Nullable ImapConnection connection;
    private @Nullable OpenFolder open;

    /**
     * @param first the first pause; each further one is twice as long
     * @param times how often to try again
     */
    public SteadyConnection(MailAccount account, Duration first, int times) {
        this.account = account;
        this.patience = new Patience(first, times);
    }

    /** What is asked of a server. */
    @FunctionalInterface
    public interface Question<T> {
        T ask(ImapConnection connection) throws ImapProblem;
    }

    /**
     * Asks until there is an answer.
     *
     * @throws ImapProblem.Refused at once, since the server has answered
     */
    public <T> T with(Question<T> question) throws ImapProblem, InterruptedException {
        while (true) {
            try {
                T answer = question.ask(connected());
                patience.restore();
                return answer;
            } catch (ImapProblem.Lost | ImapProblem.Garbled problem) {
                pauseAfter(problem);
            }
        }
    }

    /** Hangs up and waits; throws the problem when that was done often enough. */
    void pauseAfter(ImapProblem problem) throws ImapProblem, InterruptedException {
        hangUp();
        if (!patience.pause()) {
            throw problem;
        }
    }

    /** Something went well: how often it is tried again counts anew. */
    public void restore() {
        patience.restore();
    }

    /** Opens a folder unless it is open; a new connection opens it again. */
    public OpenFolder examine(MailFolder folder) throws ImapProblem {
        ImapConnection now = connected();
        OpenFolder known = open;
        if (known == null || !known.folder().equals(folder)) {
            known = now.examine(folder);
            open = known;
        }
        return known;
    }

    /** Opens a folder to change it. */
    public OpenFolder select(MailFolder folder) throws ImapProblem {
        OpenFolder now = connected().select(folder);
        open = now;
        return now;
    }

    /**
     * The connection as it is now, made when there is none.
     *
     * @throws ImapProblem.Lost also when the server does not let the login in: it may just have had too many
     */
    public ImapConnection connected() throws ImapProblem {
        ImapConnection now = connection;
        if (now == null) {
            now = connect();
            connection = now;
        }
        return now;
    }

    private ImapConnection connect() throws ImapProblem {
        try {
            return account.connect();
        } catch (ImapProblem.Refused refused) {
            throw new ImapProblem.Lost(refused.words(), refused);
        }
    }

    /** Ends the connection; the next question makes a new one. */
    public void hangUp() {
        ImapConnection now = connection;
        connection = null;
        open = null;
        if (now != null) {
            now.close();
        }
    }

    @Override
    public void close() {
        hangUp();
    }
}
