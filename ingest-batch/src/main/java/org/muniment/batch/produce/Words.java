package org.muniment.batch.produce;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.Dates;

/** Times and numbers as people read them. */
final class Words {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEEE, MMMM d, uuuu, h:mm a zzz", Locale.US);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.US);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("MM/dd/uuuu", Locale.US);

    private Words() {}

    /** {@code Wednesday, October 9, 2024, 8:15 AM PDT}. */
    static String moment(Instant when, ZoneId zone) {
        return MOMENT.format(when.atZone(zone));
    }

    /** {@code October 9, 2024}. */
    static String day(Instant when, ZoneId zone) {
        return DAY.format(when.atZone(zone));
    }

    /** {@code 10/09/2024}; empty for none. */
    static String shortDay(@Nullable Instant when, ZoneId zone) {
        return when == null ? "" : SHORT.format(when.atZone(zone));
    }

    /** {@code October 2024}; {@code Date unknown} for none. */
    static String month(@Nullable Instant when, ZoneId zone) {
        return when == null ? "Date unknown" : MONTH.format(when.atZone(zone));
    }

    /** When it was received, else sent: what items are put in order by; null when unknown. */
    static @Nullable Instant time(Dates dates) {
        return dates.received() == null ? dates.sent() : dates.received();
    }

    /** {@code 1 page}, {@code 2,000 pages}. */
    static String count(long number, String one, String several) {
        return String.format(Locale.US, "%,d %s", number, number == 1 ? one : several);
    }

    /** {@code 3 bytes}, {@code 2.4 MB}. */
    static String size(long bytes) {
        if (bytes < 1_000) {
            return count(bytes, "byte", "bytes");
        }
        String[] units = {"kB", "MB", "GB", "TB"};
        double value = bytes / 1_000d;
        int unit = 0;
        while (value >= 999.95 && unit < units.length - 1) {
            value /= 1_000;
            unit++;
        }
        return String.format(Locale.US, "%.1f %s", value, units[unit]);
    }
}
