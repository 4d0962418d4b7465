package org.muniment.batch.ingest.imap;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a message is within its account. Written {@code UIDVALIDITY/UID/folder}.
 *
 * @param validity the folder's UIDVALIDITY
 * @param uid the message's UID in it
 * @param folder its name with the server's own separators
 */
public record Place(long validity, long uid, String folder) {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,10})/(\\d{1,10})/(.+)", Pattern.DOTALL);

    /** Reads what {@link #toString()} wrote; empty for anything else. */
    public static Optional<Place> parse(String text) {
        Matcher parts = WRITTEN.matcher(text);
        return parts.matches()
                ? Optional.of(new Place(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)), parts.group(3)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return validity + "/" + uid + "/" + folder;
    }
}
