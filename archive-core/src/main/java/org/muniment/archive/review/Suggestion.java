package org.muniment.archive.review;

import org.muniment.archive.item.ItemId;

/**
 * A redaction that is proposed, or drawn by a person.
 *
 * @param part of which part
 * @param place where in it
 * @param exemption the ground whose section is printed in the box
 * @param origin how it came about, in plain words without content: {@code pattern: telephone number}
 * @param measured digest of the part's text in which a passage was measured, so that a text that reads differently later is
 *     noticed; empty for what is no passage
 */
public record Suggestion(
        ReviewSet set, ItemId item, Part part, Place place, Exemption exemption, String origin, String measured) {
    private static final int LONGEST = 200;

    public Suggestion {
        if (origin.isBlank() || origin.length() > LONGEST) {
            throw new IllegalArgumentException("How a redaction came about is said in 1 to 200 characters");
        }
        if (place instanceof Place.Region && !(part instanceof Part.AttachmentText)) {
            throw new IllegalArgumentException("A region is on a page of an attachment");
        }
        if (place instanceof Place.Span == measured.isEmpty()) {
            throw new IllegalArgumentException("A passage, and nothing else, has the digest of the text it is in");
        }
    }

    /** The same on another ground. */
    Suggestion on(Exemption other) {
        return new Suggestion(set, item, part, place, other, origin, measured);
    }

    /** Whether this hides all that the other would. */
    boolean takesIn(Suggestion other) {
        if (!set.equals(other.set) || !item.equals(other.item) || !part.equals(other.part)) {
            return false;
        }
        return switch (place) {
            case Place.Whole whole -> !(other.place instanceof Place.Region);
            case Place.Region region -> region.equals(other.place);
            case Place.Span span ->
                other.place instanceof Place.Span inner
                        && measured.equals(other.measured)
                        && span.start() <= inner.start()
                        && inner.end() <= span.end();
        };
    }
}
