package org.muniment.batch.export;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.Address;
import org.muniment.archive.item.Attachment;
import org.muniment.archive.item.Collection;
import org.muniment.archive.item.Item;
import org.muniment.archive.schedule.Classification;
import org.muniment.archive.schedule.Eligibility;

/**
 * An item as a line of the table that goes with an export.
 *
 * @param classification null when it was not classified yet
 * @param file where it is in the export; empty when it is not
 * @param note why it is not in the export; empty when it is
 */
record ManifestRow(
        Item item,
        List<Collection> collections,
        @Nullable Classification classification,
        String file,
        String note,
        ZoneId zone) {
    static final List<String> COLUMNS = List.of(
            "File",
            "Item",
            "Kind",
            "Sent",
            "Received",
            "From",
            "To",
            "Cc",
            "Bcc",
            "Subject",
            "Attachments",
            "Custodians",
            "Folders",
            "Class",
            "Series",
            "May be destroyed from",
            "Bytes",
            "SHA-256",
            "Note");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    boolean isLeftOut() {
        return !note.isEmpty();
    }

    List<String> fields() {
        Classification known = classification;
        return List.of(
                file,
                item.id().value(),
                item.kind().name().toLowerCase(Locale.ROOT),
                time(item.dates().sent()),
                time(item.dates().received()),
                people(item.people().from()),
                people(item.people().to()),
                people(item.people().cc()),
                people(item.people().bcc()),
                item.subject(),
                joined(item.attachments(), Attachment::name),
                joined(collections, one -> one.custodian().address()),
                joined(collections, Collection::folder),
                known == null ? "" : known.recordClass().title(),
                known == null ? "" : known.series().value(),
                known == null ? "" : from(known.eligibility()),
                Long.toString(item.size()),
                item.digest().hex(),
                note);
    }

    private static String from(Eligibility eligibility) {
        return switch (eligibility) {
            case Eligibility.On on -> on.day().toString();
            case Eligibility.Never never -> "never: kept " + never.why();
            case Eligibility.Waiting waiting -> "waits for " + waiting.forWhat();
        };
    }

    private String time(@Nullable Instant time) {
        return time == null ? "" : TIME.format(time.atZone(zone));
    }

    private static String people(List<Address> people) {
        return joined(people, Address::toString);
    }

    private static <T> String joined(List<T> values, Function<T, String> text) {
        return values.stream()
                .map(text)
                .filter(one -> !one.isBlank())
                .distinct()
                .collect(Collectors.joining("; "));
    }
}
