package org.muniment.archive.request;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muniment.archive.hold.HoldId;

/**
 * That a request asks for something else than before: for what a hold covers that was placed with the change. Its text is the
 * words of the step {@link RequestStep.Kind#SCOPE_CHANGED}, for people and for {@link #parse}.
 *
 * @param hold what keeps it from then on
 * @param reason why, in one line
 */
record ScopeChange(HoldId hold, String reason) {
    private static final Pattern FORM = Pattern.compile("(H[1-9][0-9]*) keeps what it asks for now: (.+)");

    /** @throws IllegalStateException when no change was written so */
    static ScopeChange parse(String words) {
        Matcher form = FORM.matcher(words);
        if (!form.matches()) {
            throw new IllegalStateException("A change of scope can't be read: " + words);
        }
        return new ScopeChange(new HoldId(form.group(1)), form.group(2));
    }

    @Override
    public String toString() {
        return hold + " keeps what it asks for now: " + reason;
    }
}
