package org.muniment.api.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.muniment.api.Terminal;

/** How pages say days, times and numbers: {@code #say} in templates. */
public final class Say {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE, MMM d, uuuu", Locale.US);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MMM d, uuuu, h:mm a z", Locale.US);

    private static final Pattern LENGTH = Pattern.compile("\\bP([0-9]+)([YMWD])\\b");

    private final ZoneId zone;

    /** @param zone the agency's */
    public Say(ZoneId zone) {
        this.zone = zone;
    }

    /** A day with its weekday. */
    public String day(@Nullable LocalDate day) {
        return day == null ? "not known" : DAY.format(day);
    }

    /** A time in the agency's zone. */
    public String time(@Nullable Instant time) {
        return time == null ? "not known" : TIME.format(time.atZone(zone));
    }

    /** A number of bytes. */
    public String size(long bytes) {
        return Terminal.bytes(bytes);
    }

    /** A period as schedules write it, for people: {@code P3Y after case-closed} is {@code 3 years after case closed}. */
    public String period(Object period) {
        return periodWords(period);
    }

    /** The same, for whoever has no zone at hand. */
    public static String periodWords(Object period) {
        return LENGTH.matcher(period.toString())
                .replaceAll(found -> {
                    String unit = switch (found.group(2)) {
                        case "Y" -> "year";
                        case "M" -> "month";
                        case "W" -> "week";
                        default -> "day";
                    };
                    return found.group(1) + " " + unit + (found.group(1).equals("1") ? "" : "s");
                })
                .replace('-', ' ')
                .replace("0 days after ", "as soon as ")
                .replace("after received", "after receipt");
    }

    /** A number with commas. */
    public String number(long number) {
        return String.format(Locale.US, "%,d", number);
    }

    /** A number of things: {@code 1 item}, {@code 2,300 items}. */
    public String count(long number, String one, String many) {
        return number(number) + " " + (number == 1 ? one : many);
    }

    /** How long there is: {@code due today}, {@code 3 days left}, {@code 2 days late}. */
    public String daysLeft(long days) {
        if (days == 0) {
            return "due today";
        }
        return days > 0 ? count(days, "day left", "days left") : count(-days, "day late", "days late");
    }
}
