package org.muniment.archive.review;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.muniment.archive.item.Address;
import org.muniment.archive.item.Item;
import org.muniment.archive.item.Reading;
import org.muniment.archive.review.Part.PeopleField;
import org.muniment.archive.store.Digest;

/**
 * The texts of an item's parts: what offsets of redactions are measured in. Whoever sets pages takes exactly these, so that
 * a span hides what the reviewer saw.
 */
public final class PartTexts {
    private static final String BETWEEN = "; ";

    private PartTexts() {}

    /** Every part that has a text, in the order of a page: people, subject, body, then each attachment's name and text. */
    public static Map<Part, String> of(Reading reading) {
        Item item = reading.item();
        Map<Part, String> texts = new LinkedHashMap<>();
        for (PeopleField field : PeopleField.values()) {
            put(texts, new Part.People(field), people(people(item, field)));
        }
        put(texts, new Part.Subject(), item.subject());
        put(texts, new Part.Body(), reading.text().body());
        item.attachments()
                .forEach(attachment -> put(texts, new Part.AttachmentName(attachment.place()), attachment.name()));
        reading.text().attachments().forEach(text -> put(texts, new Part.AttachmentText(text.place()), text.text()));
        return texts;
    }

    private static void put(Map<Part, String> texts, Part part, String text) {
        if (!text.isEmpty()) {
            texts.put(part, text);
        }
    }

    /** The people that a header field of an item names. */
    public static List<Address> people(Item item, PeopleField field) {
        return switch (field) {
            case FROM -> item.people().from();
            case TO -> item.people().to();
            case CC -> item.people().cc();
            case BCC -> item.people().bcc();
            case ENVELOPE -> item.people().envelope();
            case EXCHANGE -> item.people().exchange();
        };
    }

    /** People as a header line shows them: name and address of each, {@code "; "} between. */
    public static String people(List<Address> people) {
        return people.stream().map(Address::toString).collect(Collectors.joining(BETWEEN));
    }

    /** Where each person stands in {@link #people(List)}: start and end of each, in order. */
    public static List<Place.Span> spans(List<Address> people) {
        List<Place.Span> spans = new ArrayList<>();
        int start = 0;
        for (Address one : people) {
            int end = start + one.toString().length();
            spans.add(new Place.Span(start, end));
            start = end + BETWEEN.length();
        }
        return spans;
    }

    /**
     * Where some words stand in a text, as whole words: line breaks, quote marks, spaces and the case of letters may differ.
     *
     * @return none for words without letters and digits
     */
    public static List<Place.Span> places(String text, String words) {
        String bare = BareText.of(words).text();
        return bare.codePoints().anyMatch(Character::isLetterOrDigit)
                ? BareText.of(text).places(bare)
                : List.of();
    }

    /** What a redaction keeps of a text to know it again: its SHA-256 in lower-case hexadecimal digits. */
    public static String digest(String text) {
        return Digest.of(text.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
