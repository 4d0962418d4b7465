package org.muniment.batch.ingest.imap;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.jspecify.annotations.Nullable;

/**
 * A mail server.
 *
 * @param host its name
 * @param port where it listens
 * @param security how the connection is kept private
 * @param authority a file with the certificates, PEM, of which one must have signed the server's; null for those that this
 *     machine trusts
 * @param timeout how long an answer may take
 */
public record MailServer(
        String host, int port, Security security, @Nullable Path authority, Duration timeout) {
    /** How a connection is kept private. */
    public enum Security {
        /** TLS from the first byte (RFC 8314). */
        TLS,
        /** TLS before anything is said, or nothing is said. */
        STARTTLS,
        /** Not at all: anyone on the way reads passwords and mail. */
        PLAIN;

        /** The usual port. */
        public int port() {
            return this == TLS ? 993 : 143;
        }
    }

    /** Connects, with the certificate checked against the host's name; not yet logged in. */
    Wire connect() throws ImapProblem {
        try {
            Wire wire = new Wire(host, port, properties(), security == Security.TLS);
            if (security == Security.STARTTLS) {
                startTls(wire);
            }
            return wire;
        } catch (SSLException e) {
            throw new ImapProblem.Lost(
                    "no trusted connection to " + at() + ": " + Wire.words(e)
                            + ". Name the host as its certificate does, or the authority that signed it as ca-file",
                    e);
        } catch (IOException | ProtocolException e) {
            throw new ImapProblem.Lost("the server " + at() + " can't be reached: " + Wire.words(e), e);
        }
    }

    private void startTls(Wire wire) throws IOException, ProtocolException, ImapProblem {
        boolean done = false;
        try {
            if (!wire.hasCapability("STARTTLS")) {
                throw new ImapProblem.Refused(
                        "the server " + at() + " offers no STARTTLS; try security: tls and port 993");
            }
            wire.startTLS();
            wire.capability();
            done = true;
        } finally {
            if (!done) {
                wire.disconnect();
            }
        }
    }

    private String at() {
        return host + " (port " + port + ")";
    }

    private Properties properties() throws ImapProblem {
        Properties properties = new Properties();
        String millis = Long.toString(timeout.toMillis());
        properties.setProperty("mail.imap.connectiontimeout", millis);
        properties.setProperty("mail.imap.timeout", millis);
        properties.setProperty("mail.imap.ssl.checkserveridentity", "true");
        properties.setProperty("mail.imap.ssl.protocols", "TLSv1.3 TLSv1.2");
        if (authority != null) {
            properties.put("mail.imap.ssl.socketFactory", trusting(authority));
        }
        return properties;
    }

    private static SSLSocketFactory trusting(Path authority) throws ImapProblem {
        try (InputStream file = Files.newInputStream(authority)) {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(file)) {
                trusted.setCertificateEntry("ca" + trusted.size(), one);
            }
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (IOException | GeneralSecurityException e) {
            throw new ImapProblem.Refused("the certificates in " + authority + " can't be read: " + e.getMessage());
        }
    }
}
