package org.muniment.batch.ingest.feed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.muniment.archive.item.Address;
import org.muniment.archive.item.Kind;
import org.muniment.archive.item.reading.AssembledMessage;
import org.muniment.archive.item.reading.PostingFacts;
import org.muniment.archive.store.Spool;

/** Puts an entry into one message: its words to be read, and the entry itself as the feed has it. */
final class EntryMessage {
    private final Path spool;

    EntryMessage(Path spool) {
        this.spool = spool;
    }

    /**
     * @param account it was posted under; empty when not told
     * @param captured when it was taken; nothing when the feed is a file
     */
    Spool of(FeedEntry entry, String account, Optional<Instant> captured) throws IOException {
        AssembledMessage message = new AssembledMessage(Kind.POSTING)
                .header(PostingFacts.ADDRESS, entry.address())
                .header(PostingFacts.ACCOUNT, account);
        captured.ifPresent(time -> message.header(PostingFacts.CAPTURED, time.toString()));
        if (!entry.author().isEmpty()) {
            message.addresses("From", List.of(author(entry.author())));
        }
        if (entry.published() != null) {
            message.date(entry.published());
        }
        message.header("Subject", entry.title());
        words(message, entry);
        byte[] fragment = entry.fragment().getBytes(StandardCharsets.UTF_8);
        return message.piece("entry.xml.txt", "text/xml; charset=utf-8", Spool.of(fragment))
                .write(spool);
    }

    private static void words(AssembledMessage message, FeedEntry entry) {
        if (entry.markup()) {
            message.markup(entry.content());
        } else if (!entry.content().isEmpty()) {
            message.text(entry.content());
        }
        if (!entry.media().isEmpty()) {
            message.text("Media: " + String.join("\n", entry.media()));
        }
    }

    private static Address author(String author) {
        String one = author.replaceAll("\\s+", " ").strip();
        String mail = one.replaceFirst(".*?([^\\s<>()]+@[^\\s<>()]+).*", "$1");
        if (mail.equals(one) || mail.indexOf('@') < 0) {
            return new Address(one.indexOf('@') > 0 ? "" : one, one.indexOf('@') > 0 ? one : "");
        }
        return new Address(one.replace(mail, "").replaceAll("[<>()]", " ").strip(), mail);
    }
}
