package org.muniment.batch.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;

/**
 * The district's mail server, to which letters are handed (RFC 5321 submission). Safe for many threads.
 *
 * @param host its name
 * @param port usually 587 with STARTTLS, 465 with TLS from the first byte, 25 within the district's own network
 * @param security how the line is encrypted
 * @param from the sender's address
 * @param user empty for no login
 * @param password the login's; from the environment, never from a file of the archive
 * @param clock for the Date header
 */
public record MailRelay(
        String host, int port, Security security, String from, String user, String password, Clock clock) {
    private static final String MILLIS = "20000";

    /** How the line to the server is encrypted. */
    public enum Security {
        /** Not at all: within the district's own network only. */
        NONE,
        /** From the greeting on; a server without it is refused. */
        STARTTLS,
        /** From the first byte. */
        TLS
    }

    /**
     * Hands a letter over, in plain text.
     *
     * @param subject one line
     * @throws MailRefused when the server does not take it, within a minute at most
     */
    public void send(String to, String subject, String body) {
        try {
            MimeMessage message = new MimeMessage(session());
            message.setFrom(new InternetAddress(from, true));
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
            message.setSubject(subject, StandardCharsets.UTF_8.name());
            message.setText(body, StandardCharsets.UTF_8.name());
            message.setSentDate(Date.from(clock.instant()));
            message.setHeader("Auto-Submitted", "auto-generated");
            deliver(message);
        } catch (MessagingException e) {
            throw new MailRefused(
                    "The mail server " + host + " did not take the letter to " + to + ": " + e.getMessage(), e);
        }
    }

    private void deliver(MimeMessage message) throws MessagingException {
        if (user.isEmpty()) {
            Transport.send(message);
        } else {
            Transport.send(message, user, password);
        }
    }

    private Session session() {
        String protocol = security == Security.TLS ? "smtps" : "smtp";
        Properties settings = new Properties();
        settings.setProperty("mail.transport.protocol.rfc822", protocol);
        settings.setProperty("mail." + protocol + ".host", host);
        settings.setProperty("mail." + protocol + ".port", String.valueOf(port));
        settings.setProperty("mail." + protocol + ".auth", String.valueOf(!user.isEmpty()));
        settings.setProperty("mail." + protocol + ".connectiontimeout", MILLIS);
        settings.setProperty("mail." + protocol + ".timeout", MILLIS);
        settings.setProperty("mail." + protocol + ".writetimeout", MILLIS);
        settings.setProperty("mail." + protocol + ".ssl.checkserveridentity", "true");
        settings.setProperty("mail.smtp.starttls.enable", String.valueOf(security == Security.STARTTLS));
        settings.setProperty("mail.smtp.starttls.required", String.valueOf(security == Security.STARTTLS));
        return Session.getInstance(settings);
    }
}
