package org.muniment.archive.schedule;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the first mark of a subject says of a message, in the languages that mail programs of California schools speak. */
enum SubjectMark {
    NONE,
    REPLY,
    FORWARD;

    private static final Pattern FIRST = Pattern.compile(
            "^(?:\\s|\\[[^\\]]{0,40}\\])*(?:(re|res|resp|aw|sv|antw)|(fwd?|rv|reenv|enc|wg|tr))(?:\\[\\d+\\])?\\s?:",
            Pattern.CASE_INSENSITIVE);

    /** Marks in brackets, such as those of gateways and lists, may stand before it. */
    static SubjectMark of(String subject) {
        if (subject.indexOf(':') < 0) {
            return NONE;
        }
        Matcher mark = FIRST.matcher(subject);
        if (!mark.find()) {
            return NONE;
        }
        return mark.group(1) != null ? REPLY : FORWARD;
    }
}
