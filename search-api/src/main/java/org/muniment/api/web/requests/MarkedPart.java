package org.muniment.api.web.requests;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.muniment.archive.review.Part;
import org.muniment.archive.review.PartTexts;
import org.muniment.archive.review.Place;
import org.muniment.archive.review.Redaction;
import org.muniment.archive.review.Redaction.State;

/**
 * A part of an item as a reviewer reads it, with what is removed and what is proposed to be.
 *
 * @param label what it is, for people
 * @param measured digest of its text, which comes back with a passage
 * @param cut whether only the beginning is shown
 */
record MarkedPart(Part part, String label, String measured, List<Segment> segments, boolean cut) {
    private static final int SHOWN = 200_000;

    /**
     * A stretch of the text that is marked alike.
     *
     * @param start where it begins in the part's text, UTF-16 units
     * @param kind plain, applied or suggested
     * @param note the redaction and its section; empty for plain text
     */
    record Segment(String text, int start, String kind, String note) {}

    /** @param redactions of the item, of whichever part */
    static MarkedPart of(Part part, String label, String text, List<Redaction> redactions) {
        String shown = text.length() > SHOWN ? text.substring(0, SHOWN) : text;
        List<Redaction> here = redactions.stream()
                .filter(one -> one.part().equals(part) && one.state() != State.REFUSED)
                .filter(one -> !(one.place() instanceof Place.Region))
                .toList();
        TreeSet<Integer> cuts = new TreeSet<>(List.of(0, shown.length()));
        here.forEach(one -> {
            cuts.add(Math.min(shown.length(), start(one)));
            cuts.add(Math.min(shown.length(), end(one, shown)));
        });
        List<Segment> segments = new ArrayList<>();
        Integer from = null;
        for (int to : cuts) {
            if (from != null && from < to) {
                add(shown, from, to, here, segments);
            }
            from = to;
        }
        return new MarkedPart(part, label, PartTexts.digest(text), segments, shown.length() < text.length());
    }

    private static int start(Redaction one) {
        return one.place() instanceof Place.Span span ? span.start() : 0;
    }

    private static int end(Redaction one, String text) {
        return one.place() instanceof Place.Span span ? span.end() : text.length();
    }

    /** A browser makes one sign of two that end a line, so that what it counts would not be what we count. */
    private static void add(String text, int from, int to, List<Redaction> here, List<Segment> segments) {
        String kind = "plain";
        String note = "";
        for (Redaction one : here) {
            if (start(one) <= from && to <= end(one, text) && !kind.equals("applied")) {
                kind = one.state() == State.APPLIED ? "applied" : "suggested";
                note = one.id() + ", " + one.exemption().section();
            }
        }
        int at = from;
        for (int next = text.indexOf('\r', at); next >= 0 && next < to; next = text.indexOf('\r', at)) {
            if (next > at) {
                segments.add(new Segment(text.substring(at, next), at, kind, note));
            }
            at = next + 1;
        }
        if (at < to) {
            segments.add(new Segment(text.substring(at, to), at, kind, note));
        }
    }
}
