package org.muniment.archive.request;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The days that a text names: a day, a month, a season, a year or a school year. A day or month without its year has that of
 * the next one named.
 *
 * @param from the first; null for no limit
 * @param to the last, inclusive; null for no limit
 * @param words the mentions, as they stand there
 * @param rest the text without them
 */
record DaysInWords(@Nullable LocalDate from, @Nullable LocalDate to, List<String> words, String rest) {
    private static final String MONTHS = "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
            + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
    private static final String YEAR = "((?:19|20)[0-9]{2})";
    private static final Pattern MENTION = Pattern.compile(
            "\\b(?:(?<iso>[0-9]{4}-[0-9]{2}-[0-9]{2})"
                    + "|(?<slash>[0-9]{1,2}/[0-9]{1,2}/[0-9]{4})"
                    + "|(?<day>" + MONTHS + " [0-9]{1,2}(?:st|nd|rd|th)?(?:,? " + YEAR + ")?)"
                    + "|(?<month>" + MONTHS + ",? (?:of )?" + YEAR + ")"
                    + "|(?<bare>" + MONTHS + ")(?= (?:to|through|until|and|-|\u2013) )"
                    + "|(?<season>(?:spring|summer|fall|autumn|winter)(?: of)? " + YEAR + ")"
                    + "|(?<school>(?:school year )?(?:19|20)[0-9]{2} ?[-/\u2013] ?(?:[0-9]{4}|[0-9]{2})(?: school year)?)"
                    + "|(?<year>(?<=\\b(?:in|during|since|from|year|through|to|until|of|between|and|before|after) )"
                    + YEAR
                    + "))\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SINCE =
            Pattern.compile("\\b(since|after|from|beginning|starting)( on)?( the)? ?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern BEFORE =
            Pattern.compile("\\b(before|until|through|up to|by|prior to)( the)? ?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern PRESENT = Pattern.compile(
            "\\b(to|through|until|till|and)( the)? (present|today|now|date|this day)\\b", Pattern.CASE_INSENSITIVE);

    /** A stretch of days. */
    private record Days(LocalDate first, LocalDate last) {}

    static DaysInWords in(String text) {
        List<MatchResult> mentions = MENTION.matcher(text).results().toList();
        List<Days> days = days(mentions);
        if (days.isEmpty()) {
            return new DaysInWords(null, null, List.of(), text);
        }
        LocalDate from =
                days.stream().map(Days::first).min(LocalDate::compareTo).orElseThrow();
        LocalDate to = days.stream().map(Days::last).max(LocalDate::compareTo).orElseThrow();
        String before = text.substring(0, mentions.getFirst().start());
        boolean alone = days.size() == 1;
        boolean openEnd =
                alone && SINCE.matcher(before).find() || PRESENT.matcher(text).find();
        boolean openStart = !openEnd && alone && BEFORE.matcher(before).find();
        return new DaysInWords(
                openStart ? null : from,
                openEnd ? null : to,
                mentions.stream().map(MatchResult::group).toList(),
                PRESENT.matcher(MENTION.matcher(text).replaceAll(" , ")).replaceAll(" , "));
    }

    private static List<Days> days(List<MatchResult> mentions) {
        List<Days> days = new ArrayList<>();
        Integer year = null;
        for (MatchResult mention : mentions.reversed()) {
            Days read = read(mention, year);
            if (read != null) {
                days.add(read);
                year = read.first().getYear();
            }
        }
        return days;
    }

    private static @Nullable Days read(MatchResult mention, @Nullable Integer year) {
        try {
            String iso = mention.group("iso");
            String slash = mention.group("slash");
            if (iso != null) {
                return one(LocalDate.parse(iso));
            }
            return slash != null ? one(slashed(slash)) : named(mention, year);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static Days one(LocalDate day) {
        return new Days(day, day);
    }

    private static LocalDate slashed(String text) {
        String[] parts = text.split("/");
        return LocalDate.of(Integer.parseInt(parts[2]), Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    private static @Nullable Days named(MatchResult mention, @Nullable Integer nextYear) {
        String text = mention.group().toLowerCase(Locale.ROOT);
        Integer year = number(text, YEAR);
        if (mention.group("school") != null) {
            return year == null ? null : school(year, text);
        }
        Integer of = year == null ? nextYear : year;
        if (of == null) {
            return null;
        }
        if (mention.group("year") != null) {
            return new Days(LocalDate.of(of, 1, 1), LocalDate.of(of, 12, 31));
        }
        if (mention.group("season") != null) {
            return season(of, text);
        }
        YearMonth month = YearMonth.of(of, month(text));
        Integer day = mention.group("day") == null ? null : number(text, " ([0-9]{1,2})(?![0-9])");
        return day == null ? new Days(month.atDay(1), month.atEndOfMonth()) : one(month.atDay(day));
    }

    private static @Nullable Integer number(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .findFirst()
                .map(found -> Integer.valueOf(found.group(1)))
                .orElse(null);
    }

    /** Two years that follow each other are a school year, others the years themselves. */
    private static Days school(int year, String text) {
        String end = text.replaceAll("[^0-9]+", " ").strip().split(" ")[1];
        int last = end.length() == 2 ? year / 100 * 100 + Integer.parseInt(end) : Integer.parseInt(end);
        if (last < year) {
            throw new DateTimeException("The years run backwards");
        }
        return last == year + 1
                ? new Days(LocalDate.of(year, 7, 1), LocalDate.of(last, 6, 30))
                : new Days(LocalDate.of(year, 1, 1), LocalDate.of(last, 12, 31));
    }

    /** As a school has them, and rather too long than too short. */
    private static Days season(int year, String text) {
        return switch (text.charAt(1)) {
            case 'p' -> new Days(LocalDate.of(year, 1, 1), LocalDate.of(year, 6, 30));
            case 'u' ->
                text.charAt(0) == 's'
                        ? new Days(LocalDate.of(year, 6, 1), LocalDate.of(year, 8, 31))
                        : new Days(LocalDate.of(year, 8, 1), LocalDate.of(year, 12, 31));
            case 'a' -> new Days(LocalDate.of(year, 8, 1), LocalDate.of(year, 12, 31));
            default -> new Days(LocalDate.of(year, 12, 1).minusYears(1), LocalDate.of(year, 3, 31));
        };
    }

    private static Month month(String text) {
        for (Month month : Month.values()) {
            if (text.startsWith(month.name().toLowerCase(Locale.ROOT).substring(0, 3))) {
                return month;
            }
        }
        throw new DateTimeException("No month");
    }
}
