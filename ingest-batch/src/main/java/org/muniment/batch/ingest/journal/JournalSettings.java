package org.muniment.batch.ingest.journal;

import java.net.InetSocketAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How one journal is received.
 *
 * @param name its name for ever: runs and collections are named by it
 * @param smtp where SMTP is spoken; null for nowhere
 * @param lmtp where LMTP is spoken; null for nowhere
 * @param host how this server calls itself
 * @param certificate for STARTTLS; null for none
 * @param tlsRequired whether mail is taken only over TLS
 * @param admission who may send what
 * @param largest bytes of the largest message that is taken
 * @param connections at a time, on each port
 * @param period after which a run ends and its sum is checked
 */
public record JournalSettings(
        String name,
        @Nullable InetSocketAddress smtp,
        @Nullable InetSocketAddress lmtp,
        String host,
        @Nullable Certificate certificate,
        boolean tlsRequired,
        Admission admission,
        long largest,
        int connections,
        Duration period) {
    public JournalSettings {
        if (smtp == null && lmtp == null) {
            throw new IllegalArgumentException("A journal listens for SMTP, LMTP or both");
        }
        if (tlsRequired && certificate == null) {
            throw new IllegalArgumentException("TLS can be required only with a certificate");
        }
    }
}
