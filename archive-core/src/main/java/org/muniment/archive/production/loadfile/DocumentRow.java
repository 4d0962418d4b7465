package org.muniment.archive.production.loadfile;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.production.BatesRange;

/**
 * One document of a production as its load file has it.
 *
 * @param values by field; a field that is not there is empty
 */
public record DocumentRow(Map<LoadField, String> values) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM/dd/uuuu", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    public DocumentRow {
        EnumMap<LoadField, String> copy = new EnumMap<>(LoadField.class);
        values.forEach((field, value) -> {
            if (!value.isEmpty()) {
                copy.put(field, value);
            }
        });
        values = Collections.unmodifiableMap(copy);
    }

    /** A row with its numbers and its page count. */
    public static DocumentRow of(BatesRange pages) {
        return new DocumentRow(Map.of(
                LoadField.BEGBATES,
                pages.first().toString(),
                LoadField.ENDBATES,
                pages.last().toString(),
                LoadField.PAGECOUNT,
                Long.toString(pages.pages())));
    }

    /** A field's value; empty when it has none. */
    public String get(LoadField field) {
        return values.getOrDefault(field, "");
    }

    /** The row with a field's value. */
    public DocumentRow with(LoadField field, String value) {
        EnumMap<LoadField, String> more = new EnumMap<>(LoadField.class);
        more.putAll(values);
        more.put(field, value);
        return new DocumentRow(more);
    }

    /** The row with several values in one field. A semicolon within one becomes a comma: it would part it in two. */
    public DocumentRow with(LoadField field, List<String> several) {
        return with(field, several.stream().map(one -> one.replace(';', ',')).collect(Collectors.joining(";")));
    }

    /** The row with a flag. */
    public DocumentRow with(LoadField field, boolean flag) {
        return with(field, flag ? "Y" : "N");
    }

    /** The row with a time, as a day and a time of day in a zone; both empty for none. */
    public DocumentRow with(LoadField day, LoadField time, @Nullable Instant when, ZoneId zone) {
        if (when == null) {
            return with(day, "").with(time, "");
        }
        ZonedDateTime local = when.atZone(zone);
        return with(day, DAY.format(local)).with(time, TIME.format(local));
    }
}
