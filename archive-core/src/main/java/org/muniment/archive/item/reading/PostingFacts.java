package org.muniment.archive.item.reading;

import java.util.List;
import org.muniment.archive.item.Kind;
import org.muniment.archive.item.text.Characters;

/**
 * What is told of a posting or a page beyond its words. Each is empty when not told.
 *
 * @param address where it stood: a URL, as captured
 * @param account under which it was posted, as the source names it
 * @param captured when it was taken, RFC 3339
 * @param status of the answer to a web request, such as {@code 200}
 * @param links where the page leads: addresses in their order, each once, at most {@value #LINKS}
 */
public record PostingFacts(String address, String account, String captured, String status, List<String> links) {
    /** Nothing is told. */
    public static final PostingFacts NONE = new PostingFacts("", "", "", "", List.of());

    /** Header of an {@link AssembledMessage}: where the posting stood. */
    public static final String ADDRESS = "X-Muniment-Address";
    /** Header of an {@link AssembledMessage}: when it was taken, RFC 3339. */
    public static final String CAPTURED = "X-Muniment-Captured";
    /** Header of an {@link AssembledMessage}: the account it was posted under. */
    public static final String ACCOUNT = "X-Muniment-Account";

    static final int LINKS = 500;
    private static final int LONGEST = 4_000;

    public PostingFacts {
        links = List.copyOf(links);
    }

    static PostingFacts of(Headers headers) {
        if (headers.assembled().filter(Kind.POSTING::equals).isEmpty()) {
            return NONE;
        }
        return new PostingFacts(text(headers, ADDRESS), text(headers, ACCOUNT), text(headers, CAPTURED), "", List.of());
    }

    static String cut(String text) {
        return Characters.cut(Characters.clean(text), LONGEST);
    }

    private static String text(Headers headers, String name) {
        return cut(HeaderText.line(headers.first(name), ""));
    }
}
