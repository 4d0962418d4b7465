package org.muniment.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.review.Part;
import org.muniment.archive.review.PartTexts;
import org.muniment.archive.review.Place;
import org.muniment.archive.review.Redaction;

/**
 * A redaction as those see it who decide.
 *
 * @param words what is to be hidden, between square brackets, with some words around it; empty for a region
 */
public record ShownRedaction(
        String id,
        String item,
        String part,
        String place,
        String state,
        String exemption,
        String section,
        String origin,
        String words,
        @Nullable String by,
        String at) {
    private static final int AROUND = 40;
    private static final int LONGEST = 120;

    public static ShownRedaction of(Redaction one, Map<Part, String> texts) {
        Officer officer = one.by();
        return new ShownRedaction(
                one.id().value(),
                one.item().value(),
                one.part().written(),
                one.place().written(),
                one.state().words(),
                one.exemption().id(),
                one.exemption().section(),
                one.what().origin(),
                words(one, texts.getOrDefault(one.part(), "")),
                officer == null ? null : officer.name(),
                one.at().toString());
    }

    private static String words(Redaction one, String text) {
        return switch (one.place()) {
            case Place.Region region -> "";
            case Place.Whole whole -> "[" + shortened(text) + "]";
            case Place.Span span ->
                PartTexts.digest(text).equals(one.what().measured())
                        ? around(text, span)
                        : "(its text reads differently now: refuse it and draw it anew)";
        };
    }

    private static String around(String text, Place.Span span) {
        int from = Math.max(0, span.start() - AROUND);
        int to = Math.min(text.length(), span.end() + AROUND);
        return (from > 0 ? "\u2026" : "") + text.substring(from, span.start()) + "["
                + shortened(text.substring(span.start(), span.end())) + "]" + text.substring(span.end(), to)
                + (to < text.length() ? "\u2026" : "");
    }

    private static String shortened(String words) {
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "\u2026";
    }

    public void print(Terminal terminal) {
        terminal.say(
                "%-7s %s  %s  %s  (%s)",
                id,
                item.substring(0, Math.min(12, item.length())),
                Terminal.plain(part),
                section,
                Terminal.plain(origin + (by == null ? "" : ", " + by)));
        terminal.sayWrapped("        ", words.isEmpty() ? place : words);
    }
}
