package org.muniment.archive.request;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The holidays of Code of Civil Procedure 135, which move the last day of a period (12a): every Saturday and Sunday, and the
 * days of Government Code 6700 but Lunar New Year, April 24, Admission Day, Columbus Day and Diwali, and the day after
 * Thanksgiving. A school's closures move nothing. Days that a governor or president appoints are not known here: a
 * deadline that is a day early harms nobody. Known from 2022 on, when Native American Day took Columbus Day's place.
 */
final class JudicialHolidays {
    private static final int JUNETEENTH_SINCE = 2023;

    private JudicialHolidays() {}

    static boolean isHoliday(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        return weekday == DayOfWeek.SATURDAY
                || weekday == DayOfWeek.SUNDAY
                || of(day.getYear()).containsKey(day);
    }

    /** The holiday's name, else the weekday's. */
    static String name(LocalDate day) {
        String named = of(day.getYear()).get(day);
        return named == null ? day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.US) : named;
    }

    /** The holidays of a year that are named, wherever in the week they fall. */
    static Map<LocalDate, String> of(int year) {
        Map<LocalDate, String> days = new TreeMap<>();
        days.put(mondayIfSunday(LocalDate.of(year, 1, 1)), "New Year's Day");
        days.put(nth(year, Month.JANUARY, 3, DayOfWeek.MONDAY), "Martin Luther King Jr. Day");
        days.put(mondayIfSunday(LocalDate.of(year, 2, 12)), "Lincoln Day");
        days.put(nth(year, Month.FEBRUARY, 3, DayOfWeek.MONDAY), "Presidents' Day");
        days.put(mondayIfSunday(LocalDate.of(year, 3, 31)), "Farmworkers Day");
        days.put(LocalDate.of(year, 5, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)), "Memorial Day");
        if (year >= JUNETEENTH_SINCE) {
            days.put(mondayIfSunday(LocalDate.of(year, 6, 19)), "Juneteenth");
        }
        days.put(mondayIfSunday(LocalDate.of(year, 7, 4)), "Independence Day");
        days.put(nth(year, Month.SEPTEMBER, 1, DayOfWeek.MONDAY), "Labor Day");
        days.put(nth(year, Month.SEPTEMBER, 4, DayOfWeek.FRIDAY), "Native American Day");
        days.put(veterans(year), "Veterans Day");
        LocalDate thanksgiving = nth(year, Month.NOVEMBER, 4, DayOfWeek.THURSDAY);
        days.put(thanksgiving, "Thanksgiving");
        days.put(thanksgiving.plusDays(1), "the day after Thanksgiving");
        days.put(mondayIfSunday(LocalDate.of(year, 12, 25)), "Christmas");
        return days;
    }

    private static LocalDate nth(int year, Month month, int ordinal, DayOfWeek weekday) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(ordinal, weekday));
    }

    /** Gov. Code 6701: a holiday on a Sunday is kept on the Monday after. */
    private static LocalDate mondayIfSunday(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.plusDays(1) : day;
    }

    /** Gov. Code 6701: November 11 on a Saturday is kept on the Friday before; no other Saturday is. */
    private static LocalDate veterans(int year) {
        LocalDate day = LocalDate.of(year, 11, 11);
        return day.getDayOfWeek() == DayOfWeek.SATURDAY ? day.minusDays(1) : mondayIfSunday(day);
    }
}
