package org.muniment.archive.item.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds by what a multipart is really split when what it declares is missing or wrong. */
final class Boundaries {
    /** A line of dashes and a token, followed by a content header: no prose looks so. */
    private static final Pattern BEFORE_PART =
            Pattern.compile("(?im)^--(\\S[^\\r\\n]{0,200}?)[ \\t]*\\r?\\n(?=Content-[a-z-]{2,30}[ \\t]*:)");

    private static final Pattern NOTICE = Pattern.compile(
            "(?is)\\s*(>?this is |>? ?this message is |if you |you are |mime-version|your mail ).{0,300}(mime|multi-?part).{0,600}");

    private Boundaries() {}

    /**
     * The boundary that splits the text; empty when none does.
     *
     * @param declared what the header says; empty when nothing
     * @param after whether parts with the declared boundary came before, so that only this one counts
     */
    static String find(String text, String declared, boolean after) {
        if (!declared.isEmpty() && (text.startsWith("--" + declared) || text.contains("\n--" + declared))) {
            return declared;
        }
        Matcher matcher = BEFORE_PART.matcher(text);
        return !after && matcher.find() ? matcher.group(1) : "";
    }

    /** The sentence for mail programs of 1992 that stands before the first part, and is no part of the message. */
    static boolean isNotice(String preamble) {
        return preamble.length() < 1_000 && NOTICE.matcher(preamble).matches();
    }
}
