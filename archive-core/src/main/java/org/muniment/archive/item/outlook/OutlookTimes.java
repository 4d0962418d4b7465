package org.muniment.archive.item.outlook;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** Times of appointments and tasks in words, in the zone they were entered in where that is known, else in UTC. */
public final class OutlookTimes {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu HH:mm", Locale.US);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.US);
    /** Windows' names of the zones of the United States (CLDR windowsZones). */
    private static final Map<String, String> ZONES = Map.of(
            "Pacific Standard Time", "America/Los_Angeles",
            "Mountain Standard Time", "America/Denver",
            "US Mountain Standard Time", "America/Phoenix",
            "Central Standard Time", "America/Chicago",
            "Eastern Standard Time", "America/New_York",
            "US Eastern Standard Time", "America/Indiana/Indianapolis",
            "Alaskan Standard Time", "America/Anchorage",
            "Hawaiian Standard Time", "Pacific/Honolulu",
            "UTC", "UTC");

    private OutlookTimes() {}

    /**
     * A time in words.
     *
     * @param zone Windows' name of it; may be empty or unknown
     */
    public static String words(Instant time, String zone) {
        String known = ZONES.get(zone);
        return known == null
                ? TIME.withZone(ZoneOffset.UTC).format(time) + " UTC"
                : TIME.withZone(ZoneId.of(known)).format(time) + " (" + known + ")";
    }

    /** The day of something that lasts all day or has no time: kept as midnight UTC by tasks, by zone in appointments. */
    public static String day(Instant time, String zone) {
        String known = ZONES.get(zone);
        return DAY.withZone(known == null ? ZoneOffset.UTC : ZoneId.of(known)).format(time);
    }
}
