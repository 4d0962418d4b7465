package org.muniment.api.web.looks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.access.Looks;
import org.muniment.archive.access.Purpose;
import org.muniment.archive.item.ItemId;

/**
 * Which looks an auditor asks for, as typed; what is empty narrows nothing.
 *
 * @param user of an account
 * @param item whole id
 * @param purpose such as {@code request:R1}
 * @param from the first day, ISO 8601
 * @param to the last one, included
 */
public record AskedLooks(String user, String item, String purpose, String from, String to) {
    /**
     * Days begin in a zone.
     *
     * @throws java.time.DateTimeException when a day is none
     * @throws IllegalArgumentException when something else is not what it should be
     */
    public Looks.Asked in(ZoneId zone) {
        return new Looks.Asked(
                user.isEmpty() ? null : user.toLowerCase(Locale.ROOT),
                item.isEmpty() ? null : new ItemId(item),
                purpose.isEmpty() ? null : Purpose.parse(purpose),
                start(from, 0, zone),
                start(to, 1, zone));
    }

    private static @Nullable Instant start(String day, int later, ZoneId zone) {
        return day.isEmpty()
                ? null
                : LocalDate.parse(day).plusDays(later).atStartOfDay(zone).toInstant();
    }
}
