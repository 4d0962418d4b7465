package org.muniment.archive.disposition.certificate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers, days and times as the agency's papers write them. */
record Words(ZoneId zone) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MMMM d, uuuu, h:mm a z", Locale.US);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("MM/dd/uuuu HH:mm", Locale.US);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("MM/dd/uuuu", Locale.US);
    private static final String[] UNITS = {"bytes", "KB", "MB", "GB", "TB"};

    String time(Instant time) {
        return TIME.format(time.atZone(zone));
    }

    String shortTime(Instant time) {
        return SHORT.format(time.atZone(zone));
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String shortDay(LocalDate day) {
        return SHORT_DAY.format(day);
    }

    static String number(long number) {
        return String.format(Locale.US, "%,d", number);
    }

    static String count(long number, String noun) {
        return number(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** A size in powers of 1,000, as offices count. */
    static String bytes(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= 1000 && unit < UNITS.length - 1) {
            value /= 1000;
            unit++;
        }
        return String.format(Locale.US, unit == 0 ? "%,.0f %s" : "%.1f %s", value, UNITS[unit]);
    }
}
