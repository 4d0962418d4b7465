package org.muniment.batch.ingest.imap;

/** Something between this program and a mail server went wrong. The message is for people, and holds no secret. */
public abstract sealed class ImapProblem extends Exception {
    private static final long serialVersionUID = 1;

    private ImapProblem(String message, Throwable cause) {
        super(message, cause);
    }

    private ImapProblem(String message) {
        super(message);
    }

    /** What is wrong, for people, without a full stop. */
    public String words() {
        return String.valueOf(getMessage());
    }

    /** The server can't be reached, or the connection broke: what was asked may or may not have been done. */
    public static final class Lost extends ImapProblem {
        private static final long serialVersionUID = 1;

        Lost(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The server understood, and does not do it. */
    public static final class Refused extends ImapProblem {
        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }

    /** What the server said is not whole, or contradicts what it said before. */
    public static final class Garbled extends ImapProblem {
        private static final long serialVersionUID = 1;

        Garbled(String message) {
            super(message);
        }
    }
}
