package org.muniment.archive.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muniment.archive.review.Concealment.Piece.Hidden;
import org.muniment.archive.review.Concealment.Piece.Shown;

/** A text with passages hidden. */
public final class Concealment {
    private static final String BETWEEN = ", ";

    private Concealment() {}

    /** A piece of the text. */
    public sealed interface Piece {
        /** What everybody may read. */
        record Shown(String text) implements Piece {}

        /**
         * What nobody may: not to be printed, logged or measured. {@code toString} leaves the words out.
         *
         * @param label what stands in its place: sections, a comma and a space between
         * @param words what is hidden, for the leak test alone
         */
        record Hidden(String label, String words) implements Piece {
            @Override
            public String toString() {
                return "Hidden[" + label + "]";
            }
        }
    }

    /**
     * A passage to hide.
     *
     * @param start first UTF-16 unit, from 0
     * @param end after the last
     * @param label the section
     */
    public record Cover(int start, int end, String label) {
        public Cover {
            if (start < 0 || end <= start || label.isBlank()) {
                throw new IllegalArgumentException(
                        "A passage begins at 0 or later, ends after it begins, and has a label");
            }
        }

        private boolean takesIn(Cover next) {
            return next.start < end || next.start == end && next.label.equals(label);
        }

        private Cover with(Cover next) {
            Set<String> labels = new LinkedHashSet<>(List.of(label.split(BETWEEN)));
            labels.add(next.label);
            return new Cover(start, Math.max(end, next.end), String.join(BETWEEN, labels));
        }
    }

    /**
     * Takes a text apart. Passages that overlap, or touch with the same label, become one; one that would cut a character in
     * two is widened. The words of all pieces in their order are the text; no piece is empty.
     *
     * @throws IllegalArgumentException when a passage is not within the text
     */
    public static List<Piece> of(String text, Collection<Cover> covers) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (Cover cover : joined(merged(text, covers))) {
            if (cover.start() > at) {
                pieces.add(new Shown(text.substring(at, cover.start())));
            }
            pieces.add(new Hidden(cover.label(), text.substring(cover.start(), cover.end())));
            at = cover.end();
        }
        if (at < text.length()) {
            pieces.add(new Shown(text.substring(at)));
        }
        return List.copyOf(pieces);
    }

    private static List<Cover> merged(String text, Collection<Cover> covers) {
        List<Cover> merged = new ArrayList<>();
        covers.stream()
                .map(cover -> whole(text, cover))
                .sorted(Comparator.comparingInt(Cover::start)
                        .thenComparingInt(Cover::end)
                        .thenComparing(Cover::label))
                .forEach(next -> {
                    Cover last = merged.isEmpty() ? null : merged.getLast();
                    if (last != null && last.takesIn(next)) {
                        merged.set(merged.size() - 1, last.with(next));
                    } else {
                        merged.add(next);
                    }
                });
        return merged;
    }

    /** What came to have the same label only by merging. */
    private static List<Cover> joined(List<Cover> merged) {
        List<Cover> joined = new ArrayList<>();
        for (Cover next : merged) {
            Cover last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && last.end() == next.start() && last.label().equals(next.label())) {
                joined.set(joined.size() - 1, new Cover(last.start(), next.end(), last.label()));
            } else {
                joined.add(next);
            }
        }
        return joined;
    }

    private static Cover whole(String text, Cover cover) {
        if (cover.end() > text.length()) {
            throw new IllegalArgumentException("A passage ends at " + cover.end() + ", the text at " + text.length());
        }
        int start = splitsCharacter(text, cover.start()) ? cover.start() - 1 : cover.start();
        int end = splitsCharacter(text, cover.end()) ? cover.end() + 1 : cover.end();
        return new Cover(start, end, cover.label());
    }

    private static boolean splitsCharacter(String text, int at) {
        return at > 0 && at < text.length() && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    }

    /**
     * Takes the text of an item's part apart by the redactions applied to that part; regions hide nothing of the text.
     *
     * @throws ReviewRefused when the text is not the one a passage was measured in: then nothing of it may be shown
     */
    public static List<Piece> of(String text, Part part, Collection<Redaction> applied) {
        List<Cover> covers = new ArrayList<>();
        for (Redaction redaction : applied) {
            if (redaction.state() == Redaction.State.APPLIED && redaction.part().equals(part)) {
                cover(text, redaction).ifPresent(covers::add);
            }
        }
        return of(text, covers);
    }

    private static Optional<Cover> cover(String text, Redaction redaction) {
        String label = redaction.exemption().section();
        return switch (redaction.place()) {
            case Place.Whole whole ->
                text.isEmpty() ? Optional.empty() : Optional.of(new Cover(0, text.length(), label));
            case Place.Region region -> Optional.empty();
            case Place.Span span -> {
                if (!PartTexts.digest(text).equals(redaction.what().measured())) {
                    throw new ReviewRefused("Redaction " + redaction.id() + " of item " + redaction.item()
                            + " was measured in a text that now reads differently. Refuse it and draw it anew");
                }
                yield Optional.of(new Cover(span.start(), span.end(), label));
            }
        };
    }

    /** The text as it may be handed out: {@code [label]} for what is hidden. */
    public static String written(List<Piece> pieces) {
        StringBuilder written = new StringBuilder();
        for (Piece piece : pieces) {
            switch (piece) {
                case Shown shown -> written.append(shown.text());
                case Hidden hidden -> written.append('[').append(hidden.label()).append(']');
            }
        }
        return written.toString();
    }

    /** What is hidden, in order: what a leak test looks for. */
    public static List<String> hidden(List<Piece> pieces) {
        return pieces.stream()
                .filter(Hidden.class::isInstance)
                .map(piece -> ((Hidden) piece).words())
                .toList();
    }
}
