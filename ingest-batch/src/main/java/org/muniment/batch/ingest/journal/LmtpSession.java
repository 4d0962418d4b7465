package org.muniment.batch.ingest.journal;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.internal.io.DotTerminatedInputStream;
import org.subethamail.smtp.internal.io.DotUnstuffingInputStream;

/**
 * One LMTP session (RFC 2033): as SMTP, but greeted with LHLO, and each recipient has a reply of its own to the message.
 * All of a message's recipients share one object, so their replies are the same. PIPELINING needs nothing: replies go in
 * the order of the commands. With STARTTLS (RFC 3207) the session begins anew, and what was said before it counts no more.
 */
final class LmtpSession {
    private static final int LONGEST_LINE = 4096;
    private static final int MOST_RECIPIENTS = 1000;
    private static final int MOST_ERRORS = 20;
    private static final Pattern PATH = Pattern.compile("(?i)(FROM|TO):\\s*<([^>]*)>(.*)");
    private static final Pattern SIZE = Pattern.compile("(?i)(?:.*\\s)?SIZE=([0-9]{1,18})(?:\\s.*)?");

    private final JournalSettings settings;
    private final Reception reception;
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private boolean safe;
    private boolean greeted;
    private int errors;
    private @Nullable Delivery delivery;

    /** @param socket closed when the session ends */
    LmtpSession(Socket socket, JournalSettings settings, Reception reception) throws IOException {
        this.socket = socket;
        this.settings = settings;
        this.reception = reception;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = new BufferedOutputStream(socket.getOutputStream());
    }

    /** Until the client ends it, or makes too many mistakes. */
    void run() throws IOException {
        say(new Reply(220, settings.host() + " LMTP Muniment"));
        try {
            Optional<String> line = line();
            while (line.isPresent() && command(line.orElseThrow())) {
                line = line();
            }
        } finally {
            reset();
            socket.close();
        }
    }

    /** Does one command; false when the session ends with it. */
    private boolean command(String line) throws IOException {
        String[] words = line.split(" ", 2);
        String rest = words.length == 1 ? "" : words[1].strip();
        switch (words[0].toUpperCase(Locale.ROOT)) {
            case "LHLO" -> greet(rest);
            case "STARTTLS" -> secure(rest);
            case "MAIL" -> mail(rest);
            case "RCPT" -> recipient(rest);
            case "DATA" -> data();
            case "RSET" -> {
                reset();
                say(new Reply(250, "2.0.0 Ok"));
            }
            case "NOOP" -> say(new Reply(250, "2.0.0 Ok"));
            case "VRFY" -> say(new Reply(252, "2.1.5 Send mail, and it will be seen"));
            case "QUIT" -> {
                say(new Reply(221, "2.0.0 Goodbye"));
                return false;
            }
            case "HELO", "EHLO" -> wrong(new Reply(500, "5.5.1 This is LMTP; say LHLO"));
            default -> wrong(new Reply(500, "5.5.2 There is no such command"));
        }
        return errors < MOST_ERRORS;
    }

    private void greet(String client) throws IOException {
        if (client.isEmpty()) {
            wrong(new Reply(501, "5.5.4 LHLO needs a name"));
            return;
        }
        reset();
        greeted = true;
        String lines = "250-" + settings.host()
                + "\r\n250-PIPELINING\r\n250-ENHANCEDSTATUSCODES\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n"
                + (offersTls() ? "250-STARTTLS\r\n" : "");
        out.write(lines.getBytes(StandardCharsets.US_ASCII));
        say(new Reply(250, "SIZE " + reception.largest()));
    }

    private boolean offersTls() {
        return settings.certificate() != null && !safe;
    }

    /** What the client sent ahead of TLS may be another's: it is not read (RFC 3207 6). */
    private void secure(String rest) throws IOException {
        Certificate certificate = settings.certificate();
        if (certificate == null || !offersTls()) {
            wrong(new Reply(503, "5.5.1 " + (safe ? "TLS is spoken already" : "TLS is not offered here")));
        } else if (!rest.isEmpty()) {
            wrong(new Reply(501, "5.5.4 STARTTLS stands alone"));
        } else {
            say(new Reply(220, "2.0.0 Begin"));
            reset();
            SSLSocket secure = new StartTls(certificate).createSSLSocket(socket);
            secure.startHandshake();
            in = new BufferedInputStream(secure.getInputStream());
            out = new BufferedOutputStream(secure.getOutputStream());
            socket = secure;
            safe = true;
            greeted = false;
        }
    }

    private void mail(String rest) throws IOException {
        Matcher path = PATH.matcher(rest);
        if (settings.tlsRequired() && !safe) {
            wrong(new Reply(530, "5.7.0 Say STARTTLS first"));
        } else if (!greeted || delivery != null) {
            wrong(new Reply(503, "5.5.1 " + (greeted ? "A sender was given already" : "Say LHLO first")));
        } else if (!path.matches() || !path.group(1).equalsIgnoreCase("FROM")) {
            wrong(new Reply(501, "5.5.4 Say MAIL FROM:<address>"));
        } else if (isTooLarge(path.group(3))) {
            say(new Reply(552, "5.3.4 Messages of more than " + reception.largest() + " bytes are not taken"));
        } else {
            reception.begin();
            Delivery begun = new Delivery(reception);
            delivery = begun;
            Optional<Reply> refused = begun.sender(path.group(2).strip());
            if (refused.isPresent()) {
                reset();
            }
            say(refused.orElse(new Reply(250, "2.1.0 Ok")));
        }
    }

    private boolean isTooLarge(String parameters) {
        Matcher size = SIZE.matcher(parameters.strip());
        return size.matches() && Long.parseLong(size.group(1)) > reception.largest();
    }

    private void recipient(String rest) throws IOException {
        Matcher path = PATH.matcher(rest);
        if (delivery == null) {
            wrong(new Reply(503, "5.5.1 Say MAIL first"));
        } else if (!path.matches() || !path.group(1).equalsIgnoreCase("TO")) {
            wrong(new Reply(501, "5.5.4 Say RCPT TO:<address>"));
        } else if (delivery.recipients() == MOST_RECIPIENTS) {
            say(new Reply(452, "4.5.3 Too many recipients"));
        } else {
            say(delivery.recipient(path.group(2).strip()).orElse(new Reply(250, "2.1.5 Ok")));
        }
    }

    private void data() throws IOException {
        if (delivery == null || delivery.recipients() == 0) {
            wrong(new Reply(503, "5.5.1 No recipient was taken"));
            return;
        }
        say(new Reply(354, "End with a line that is a dot"));
        int replies = delivery.recipients();
        Reply reply = delivery.message(new DotUnstuffingInputStream(new DotTerminatedInputStream(in)));
        for (int i = 0; i < replies; i++) {
            out.write((reply + "\r\n").getBytes(StandardCharsets.UTF_8));
        }
        out.flush();
        reset();
    }

    private void reset() {
        if (delivery != null) {
            delivery = null;
            reception.end();
        }
    }

    private void wrong(Reply reply) throws IOException {
        errors++;
        say(reply);
    }

    private void say(Reply reply) throws IOException {
        out.write((reply + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** The next line without its end; empty when the client is gone. */
    private Optional<String> line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b == '\n') {
                return Optional.of(line.toString(StandardCharsets.UTF_8).stripTrailing());
            }
            if (line.size() == LONGEST_LINE) {
                throw new EOFException("A command of more than " + LONGEST_LINE + " bytes");
            }
            line.write(b);
        }
        return Optional.empty();
    }
}
