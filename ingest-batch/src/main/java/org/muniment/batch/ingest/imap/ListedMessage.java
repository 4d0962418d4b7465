package org.muniment.batch.ingest.imap;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxDecoder;
import org.jspecify.annotations.Nullable;

/**
 * What a server tells of a message without its bytes.
 *
 * @param uid its UID
 * @param flags what is marked, in small letters and sorted: {@code seen}, {@code answered}, {@code flagged}, {@code draft},
 *     {@code trashed} for \Deleted, keywords as they are, Gmail's labels behind {@code label:}
 * @param labels Gmail's labels as written; none elsewhere
 * @param internalDate as the server writes it, or empty
 * @param received when the server received it (INTERNALDATE); null when it does not tell, or tells what can't be
 * @param size in bytes as the server counts them, which some get wrong
 */
public record ListedMessage(
        long uid,
        List<String> flags,
        List<String> labels,
        String internalDate,
        @Nullable Instant received,
        long size) {
    /** Before any mail server: a time that a broken one gives. An old receipt would mean an early destruction. */
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    /** Written by broken servers only. */
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("d-MMM-uuuu HH:mm:ss Z")
            .toFormatter(Locale.ROOT);

    public ListedMessage {
        flags = List.copyOf(flags);
        labels = List.copyOf(labels);
    }

    static ListedMessage of(FetchLine line) {
        List<String> labels = line.texts("X-GM-LABELS").stream()
                .map(BASE64MailboxDecoder::decode)
                .toList();
        String date = line.text("INTERNALDATE").orElse("");
        return new ListedMessage(
                line.uid(),
                flags(line.texts("FLAGS"), labels),
                labels,
                date,
                time(date).orElse(null),
                line.number("RFC822.SIZE"));
    }

    private static List<String> flags(List<String> written, List<String> labels) {
        TreeSet<String> flags = new TreeSet<>();
        for (String flag : written) {
            String word = flag.toLowerCase(Locale.ROOT);
            switch (word) {
                case "\\deleted" -> flags.add("trashed");
                case "\\recent" -> {}
                default -> flags.add(word.startsWith("\\") ? word.substring(1) : word);
            }
        }
        labels.forEach(label -> flags.add("label:" + word(label)));
        return List.copyOf(flags);
    }

    /** Marks are words: what parts them is written as in a URL. */
    private static String word(String label) {
        return label.toLowerCase(Locale.ROOT).replace("%", "%25").replaceAll("\\s", "%20");
    }

    /** The time of an INTERNALDATE, such as {@code 17-Jul-1996 02:44:25 -0700}. */
    static Optional<Instant> time(String written) {
        try {
            Instant time = OffsetDateTime.parse(written.strip().replaceFirst("^0", ""), DATE_TIME)
                    .toInstant();
            return Optional.of(time).filter(one -> one.isAfter(EARLIEST) && one.isBefore(LATEST));
        } catch (DateTimeException absurd) {
            return Optional.empty();
        }
    }
}
