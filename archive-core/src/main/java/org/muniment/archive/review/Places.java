package org.muniment.archive.review;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muniment.archive.review.Place.Region;
import org.muniment.archive.review.Place.Span;
import org.muniment.archive.review.Place.Whole;

/** How places are written. */
final class Places {
    private static final Pattern SPAN = Pattern.compile("([0-9]{1,9})-([0-9]{1,9})");
    private static final String SHARE = "([0-9](?:\\.[0-9]{1,20})?(?:E-[0-9]{1,3})?)";
    private static final Pattern REGION =
            Pattern.compile("page ([0-9]{1,6}) at " + SHARE + "," + SHARE + " size " + SHARE + "," + SHARE);

    private Places() {}

    static String write(Place place) {
        return switch (place) {
            case Whole whole -> "whole";
            case Span span -> span.start() + "-" + span.end();
            case Region region ->
                "page " + region.page() + " at " + region.left() + "," + region.top() + " size " + region.width() + ","
                        + region.height();
        };
    }

    static Place read(String written) {
        if (written.equals("whole")) {
            return new Whole();
        }
        Matcher span = SPAN.matcher(written);
        if (span.matches()) {
            return new Span(Integer.parseInt(span.group(1)), Integer.parseInt(span.group(2)));
        }
        Matcher region = REGION.matcher(written);
        if (region.matches()) {
            return new Region(
                    Integer.parseInt(region.group(1)),
                    Double.parseDouble(region.group(2)),
                    Double.parseDouble(region.group(3)),
                    Double.parseDouble(region.group(4)),
                    Double.parseDouble(region.group(5)));
        }
        throw new IllegalArgumentException("A place is whole, 10-25 for a passage, or page 2 at 0.1,0.2 size 0.5,0.25");
    }
}
