package org.muniment.batch.ingest.imap;

import org.muniment.batch.ingest.sources.Secret;

/** Who logs in to a mail server, and how. Its text never shows a secret. */
public sealed interface Login {
    /** Whose mailbox it opens, as the server names the user. */
    String user();

    /** The mailbox's owner, by password. */
    record Password(String user, Secret password) implements Login {}

    /** By a token that was issued for the user (OAuth 2; XOAUTH2). */
    record Token(String user, Secret token) implements Login {}

    /** Another user, who may open all mailboxes. */
    record Master(String user, String master, Secret password, Way way) implements Login {}

    /** How a server is told whose mailbox a master user opens. */
    enum Way {
        /** The name to log in by is {@code user*master} (Dovecot, Cyrus). */
        SEPARATOR,
        /** SASL PLAIN with an authorization identity (RFC 4616). */
        SASL,
        /** The command PROXYAUTH. */
        PROXYAUTH
    }
}
