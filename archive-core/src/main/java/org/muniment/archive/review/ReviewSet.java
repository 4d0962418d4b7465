package org.muniment.archive.review;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.muniment.archive.request.RequestId;
import org.muniment.archive.store.Digest;

/**
 * The decisions for one request, matter or other purpose. An item may be in several, decided differently in each.
 *
 * @param name a request's id, or any words of 1 to 64 characters in one line; letters' case matters but in a request's id
 */
public record ReviewSet(String name) implements Comparable<ReviewSet> {
    private static final int LONGEST = 64;
    private static final Pattern REQUEST = Pattern.compile("[Rr][1-9][0-9]{0,9}");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]");

    public ReviewSet {
        name = name.strip().replaceAll("\\s+", " ");
        if (name.isEmpty()
                || name.length() > LONGEST
                || UNPRINTABLE.matcher(name).find()) {
            throw new IllegalArgumentException("A review set is named by a request, such as R12, or by 1 to " + LONGEST
                    + " characters in one line, such as Doe v. District");
        }
        name = REQUEST.matcher(name).matches() ? name.toUpperCase(Locale.ROOT) : name;
    }

    /** The set of a request. */
    public static ReviewSet of(RequestId request) {
        return new ReviewSet(request.value());
    }

    /** The request whose set this is; empty for one of another purpose. */
    public Optional<RequestId> request() {
        return REQUEST.matcher(name).matches() ? Optional.of(new RequestId(name)) : Optional.empty();
    }

    /** As the ledger has it, which holds no names of matters: a request's id, else the name's digest. */
    String inLedger() {
        return request()
                .map(RequestId::value)
                .orElseGet(
                        () -> Digest.of(name.getBytes(StandardCharsets.UTF_8)).hex());
    }

    @Override
    public int compareTo(ReviewSet other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
