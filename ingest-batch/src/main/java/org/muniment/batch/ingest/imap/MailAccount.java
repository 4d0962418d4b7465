package org.muniment.batch.ingest.imap;

import java.util.Locale;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ConnectionException;
import org.eclipse.angus.mail.iap.ProtocolException;

/**
 * One person's account on a mail server.
 *
 * @param server which server
 * @param login how its mailbox is opened
 */
public record MailAccount(MailServer server, Login login) {
    /** How runs, collections and the purge name it: {@code imap://user@host}. Neither port nor way of logging in count. */
    public String name() {
        return "imap://" + login.user() + "@" + server.host().toLowerCase(Locale.ROOT);
    }

    /**
     * Connects and logs in.
     *
     * @throws ImapProblem.Lost when the server can't be reached
     * @throws ImapProblem.Refused when it does not let this login in
     */
    public ImapConnection connect() throws ImapProblem {
        Wire wire = server.connect();
        boolean done = false;
        try {
            logIn(wire);
            wire.capability();
            done = true;
            return new ImapConnection(wire, server.host());
        } catch (CommandFailedException refused) {
            throw new ImapProblem.Refused(
                    server.host() + " does not let " + who() + " in: " + Wire.words(refused.getResponse()));
        } catch (ConnectionException lost) {
            throw new ImapProblem.Lost("the connection to " + server.host() + " broke while logging in", lost);
        } catch (ProtocolException misunderstood) {
            throw new ImapProblem.Refused(
                    "the server " + server.host() + " does not know this way to log in as " + who());
        } finally {
            if (!done) {
                wire.disconnect();
            }
        }
    }

    private String who() {
        return switch (login) {
            case Login.Master master -> master.master() + " for " + master.user();
            case Login.Password password -> password.user();
            case Login.Token token -> token.user();
        };
    }

    private void logIn(Wire wire) throws ProtocolException {
        switch (login) {
            case Login.Password own -> password(wire, own.user(), own.password().reveal());
            case Login.Token token ->
                wire.authoauth2(token.user(), token.token().reveal());
            case Login.Master master -> {
                String password = master.password().reveal();
                switch (master.way()) {
                    case SEPARATOR -> password(wire, master.user() + "*" + master.master(), password);
                    case SASL -> wire.authplain(master.user(), master.master(), password);
                    case PROXYAUTH -> {
                        password(wire, master.master(), password);
                        wire.proxyauth(master.user());
                    }
                }
            }
        }
    }

    private static void password(Wire wire, String user, String password) throws ProtocolException {
        if (wire.hasCapability("AUTH=PLAIN")) {
            wire.authplain(null, user, password);
        } else {
            wire.login(user, password);
        }
    }
}
