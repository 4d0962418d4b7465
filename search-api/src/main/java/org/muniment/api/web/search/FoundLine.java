package org.muniment.api.web.search;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniment.api.search.FoundRow;
import org.muniment.api.web.items.Place;
import org.muniment.archive.index.Highlighter;
import org.muniment.archive.index.Marked;
import org.muniment.archive.item.Address;
import org.muniment.archive.item.Attachment;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.item.Item;

/**
 * A match as a page lists it.
 *
 * @param link to the item
 * @param more matches in its conversation beside it
 * @param copies exact copies of it that match, beside it
 * @param isHeld whether it is on a hold's list; only where that is asked
 */
public record FoundLine(
        String id,
        String link,
        Marked subject,
        Marked words,
        String from,
        String to,
        @Nullable Instant time,
        String custodians,
        long files,
        long more,
        long copies,
        boolean isHeld) {
    private static final int NAMED = 3;

    public static FoundLine of(FoundRow row, Place place, Highlighter marks, boolean isHeld) {
        Item item = row.seen().item();
        return new FoundLine(
                item.id().value(),
                place.of(item.id()),
                item.subject().isBlank() ? Marked.plain("(no subject)") : marks.subject(item.subject()),
                row.words(),
                item.people().from().stream().findFirst().map(FoundLine::name).orElse("unknown"),
                to(item.people().to()),
                item.dates().received() == null
                        ? item.dates().sent()
                        : item.dates().received(),
                row.seen().custodians().stream().map(Custodian::address).collect(Collectors.joining(", ")),
                item.attachments().stream()
                        .filter(file -> !file.inline())
                        .map(Attachment::place)
                        .count(),
                row.conversation() - 1,
                row.copies() - 1,
                isHeld);
    }

    private static String name(Address address) {
        return address.name().isEmpty() ? address.address() : address.name();
    }

    private static String to(List<Address> people) {
        String named = people.stream().limit(NAMED).map(FoundLine::name).collect(Collectors.joining(", "));
        return people.size() > NAMED ? named + " and " + (people.size() - NAMED) + " more" : named;
    }
}
