package org.muniment.batch.ingest.imap;

import java.io.IOException;
import java.util.Properties;
import java.util.function.Consumer;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.LiteralException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.util.MailLogger;
import org.jspecify.annotations.Nullable;

/** The wire to a server: commands, and answers handed over one at a time, so that memory holds one message. */
final class Wire extends IMAPProtocol {
    private final String server;

    /** Connects and reads the greeting. */
    Wire(String host, int port, Properties properties, boolean tls) throws IOException, ProtocolException {
        super("imap", host, port, properties, tls, new MailLogger(Wire.class, "", false, System.err));
        this.server = host;
    }

    @Override
    public Response readResponse() throws IOException, ProtocolException {
        IMAPResponse line = new IMAPResponse(this);
        return line.keyEquals("FETCH") ? new FetchLine(line) : line;
    }

    /** Sends a command that has no arguments of its own kind. */
    void send(String command, Consumer<IMAPResponse> said) throws ImapProblem {
        send(command, null, said);
    }

    /** Sends a command, and hands over what the server says before it answers. */
    void send(String command, @Nullable Argument arguments, Consumer<IMAPResponse> said) throws ImapProblem {
        try {
            String tag = writeCommand(command, arguments);
            Response answer = answer(tag, said);
            if (!answer.isOK()) {
                throw new ImapProblem.Refused("the server " + server + " says: " + words(answer));
            }
        } catch (LiteralException refused) {
            throw new ImapProblem.Refused("the server " + server + " says: " + words(refused.getResponse()));
        } catch (IOException | ProtocolException | IndexOutOfBoundsException e) {
            disconnect();
            throw new ImapProblem.Lost("the connection to " + server + " broke (" + words(e) + ")", e);
        }
    }

    private Response answer(String tag, Consumer<IMAPResponse> said) throws IOException, ProtocolException {
        while (true) {
            Response line = readResponse();
            if (line.isTagged() && tag.equals(line.getTag())) {
                return line;
            }
            if (line.isBYE()) {
                throw new IOException("the server hung up: " + words(line));
            }
            if (line instanceof IMAPResponse untagged) {
                said.accept(untagged);
            }
        }
    }

    /** What a failure says; libraries wrap it in some that say nothing. */
    static String words(Throwable failure) {
        Throwable cause = failure.getCause();
        String own = failure.getMessage();
        return cause != null && cause != failure
                ? words(cause)
                : own == null ? failure.getClass().getSimpleName() : own;
    }

    /** What a server says, at most a line of it, without controls. */
    static String words(Response answer) {
        String rest =
                String.valueOf(answer.getRest()).replaceAll("\\p{Cc}+", " ").strip();
        return rest.substring(0, Math.min(200, rest.length()));
    }
}
