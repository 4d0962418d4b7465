package org.muniment.batch.ingest.journal;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * From whom and to whom a message was sent, whatever its headers say. It is kept as a final delivery agent keeps it, in
 * lines before the message: {@code Return-Path} (RFC 5321 4.4) and one {@code X-Envelope-To} for each recipient. Nothing
 * in them changes when a sender tries again, so the same message gives the same object.
 *
 * @param sender the reverse path; empty for reports
 * @param recipients sorted, each once
 */
record Envelope(String sender, SortedSet<String> recipients) {
    Envelope(String sender, Collection<String> recipients) {
        this(sender, new TreeSet<>(recipients));
    }

    /** The lines. */
    byte[] lines() {
        StringBuilder lines = new StringBuilder("Return-Path: <").append(sender).append(">\r\n");
        recipients.forEach(one -> lines.append("X-Envelope-To: <").append(one).append(">\r\n"));
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }
}
