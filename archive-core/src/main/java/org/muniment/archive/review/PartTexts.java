package org.muniment.archive.review;

import java.util.List;
import java.util.Map;
import org.muniment.archive.item.Address;
import org.muniment.archive.item.Reading;

/**
 * The texts of an item's parts: what offsets of redactions are measured in. Whoever sets pages takes exactly these, so that
 * a span hides what the reviewer saw.
 */
public final class PartTexts {
    private PartTexts() {}

    /** Every part that has a text, in the order of a page: people, subject, body, then each attachment's name and text. */
    public static Map<Part, String> of(Reading reading) {
        throw new UnsupportedOperationException();
    }

    /** People as a header line shows them: name and address of each, {@code "; "} between. */
    public static String people(List<Address> people) {
        throw new UnsupportedOperationException();
    }

    /** Where each person stands in {@link #people}: start and end of each, in order. */
    public static List<Place.Span> spans(List<Address> people) {
        throw new UnsupportedOperationException();
    }
}
