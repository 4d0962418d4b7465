package org.muniment.archive.review;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.muniment.archive.item.Address;
import org.muniment.archive.item.Item;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.Kind;
import org.muniment.archive.review.Part.PeopleField;

/**
 * What is withheld from a production, wholly or in part, and on which ground. Says nothing of the content: no subject, no
 * file name, no note of a reviewer, and no name that is itself redacted.
 */
public final class WithholdingLog {
    private static final String WITHHELD = "[withheld]";

    private WithholdingLog() {}

    /**
     * One line.
     *
     * @param number from 1
     * @param item the item
     * @param date the day it was sent, else received, ISO 8601 in the agency's zone; empty when unknown
     * @param type e-mail, voicemail, posting, calendar entry or contact
     * @param author who wrote it; {@code [withheld]} where that is redacted
     * @param recipients to whom, likewise
     * @param description without content: {@code E-mail with 2 attachments, 3 passages removed}
     * @param basis the sections, {@code "; "} between
     * @param withheld true when all of it is withheld, false when parts are removed
     * @param passages how many redactions are applied
     * @param cautions what to mind about the sections; empty when they were checked
     */
    public record Row(
            int number,
            ItemId item,
            String date,
            String type,
            String author,
            String recipients,
            String description,
            String basis,
            boolean withheld,
            int passages,
            List<String> cautions) {}

    /**
     * The log of some items, in their order; those that are handed out whole or left out as not responsive have no line.
     *
     * @param codings the latest decision on each
     * @param applied the redactions that count
     */
    public static List<Row> of(
            Collection<Item> items, Map<ItemId, Coding> codings, Map<ItemId, List<Redaction>> applied, ZoneId zone) {
        List<Row> rows = new ArrayList<>();
        for (Item item : items) {
            Coding coding = codings.get(item.id());
            List<Redaction> redactions = applied.getOrDefault(item.id(), List.of());
            if (coding != null && isLogged(coding.decision(), redactions)) {
                rows.add(row(rows.size() + 1, item, coding, redactions, zone));
            }
        }
        return List.copyOf(rows);
    }

    private static boolean isLogged(Decision decision, List<Redaction> redactions) {
        return switch (decision) {
            case EXEMPT_IN_PART, EXEMPT_IN_WHOLE -> true;
            case RESPONSIVE -> !redactions.isEmpty();
            case NOT_RESPONSIVE, SECOND_LOOK -> false;
        };
    }

    private static Row row(int number, Item item, Coding coding, List<Redaction> redactions, ZoneId zone) {
        boolean withheld = coding.decision() == Decision.EXEMPT_IN_WHOLE;
        Set<Exemption> grounds = new LinkedHashSet<>(coding.ruling().exemptions());
        if (!withheld) {
            redactions.forEach(one -> grounds.add(one.exemption()));
        }
        return new Row(
                number,
                item.id(),
                day(item, zone),
                type(item.kind()),
                people(item, redactions, PeopleField.FROM),
                Stream.of(PeopleField.TO, PeopleField.CC, PeopleField.BCC)
                        .map(field -> people(item, redactions, field))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("; ")),
                description(item, withheld ? 0 : redactions.size()),
                grounds.stream().map(Exemption::section).distinct().collect(Collectors.joining("; ")),
                withheld,
                withheld ? 0 : redactions.size(),
                grounds.stream()
                        .flatMap(ground -> ground.warning().stream())
                        .distinct()
                        .toList());
    }

    private static String day(Item item, ZoneId zone) {
        Instant at = item.dates().sent() == null
                ? item.dates().received()
                : item.dates().sent();
        return at == null ? "" : at.atZone(zone).toLocalDate().toString();
    }

    private static String type(Kind kind) {
        return switch (kind) {
            case EMAIL -> "E-mail";
            case VOICEMAIL -> "Voicemail";
            case POSTING -> "Posting";
            case CALENDAR -> "Calendar entry";
            case CONTACT -> "Contact";
        };
    }

    /** A name of which any letter is redacted is left out whole: what is left of it would tell. */
    private static String people(Item item, List<Redaction> redactions, PeopleField field) {
        List<Address> people = PartTexts.people(item, field);
        List<Place> hidden = redactions.stream()
                .filter(one -> one.part().equals(new Part.People(field)))
                .map(Redaction::place)
                .toList();
        List<Place.Span> spans = PartTexts.spans(people);
        return IntStream.range(0, people.size())
                .mapToObj(at -> hidden.stream().anyMatch(place -> touches(place, spans.get(at)))
                        ? WITHHELD
                        : people.get(at).toString())
                .collect(Collectors.joining("; "));
    }

    private static boolean touches(Place hidden, Place.Span person) {
        return switch (hidden) {
            case Place.Whole whole -> true;
            case Place.Region region -> false;
            case Place.Span span -> span.start() < person.end() && person.start() < span.end();
        };
    }

    private static String description(Item item, int passages) {
        int files = (int) item.attachments().stream()
                .filter(attachment -> !attachment.inline())
                .count();
        String with = files == 0 ? "" : " with " + files + (files == 1 ? " attachment" : " attachments");
        String removed =
                passages == 0 ? "" : ", " + passages + (passages == 1 ? " passage removed" : " passages removed");
        return type(item.kind()) + with + removed;
    }
}
