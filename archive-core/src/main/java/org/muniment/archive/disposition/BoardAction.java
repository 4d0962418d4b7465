package org.muniment.archive.disposition;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The governing board's action that permits a destruction (Ed. Code 35253).
 *
 * @param meeting the day of the meeting
 * @param reference where the minutes have it: an agenda item or a resolution's number; 1 to 200 characters, one line
 */
public record BoardAction(LocalDate meeting, String reference) {
    private static final int LONGEST = 200;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.US);

    public BoardAction {
        reference = reference.strip().replaceAll("\\s+", " ");
        if (reference.isEmpty() || reference.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "A board action is named by its item or resolution, 1 to 200 characters");
        }
    }

    /** As letters and certificates say it. */
    public String words() {
        return "board action of " + DAY.format(meeting) + ", " + reference;
    }
}
