package org.muniment.archive.request;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import java.util.TreeSet;

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
                || of(day.getYear()).contains(day);
    }

    /** The holidays of a year that are named, wherever in the week they fall. */
    static Set<LocalDate> of(int year) {
        Set<LocalDate> days = new TreeSet<>();
        days.add(mondayIfSunday(LocalDate.of(year, 1, 1)));
        days.add(nth(year, Month.JANUARY, 3, DayOfWeek.MONDAY));
        days.add(mondayIfSunday(LocalDate.of(year, 2, 12)));
        days.add(nth(year, Month.FEBRUARY, 3, DayOfWeek.MONDAY));
        days.add(mondayIfSunday(LocalDate.of(year, 3, 31)));
        days.add(LocalDate.of(year, 5, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)));
        if (year >= JUNETEENTH_SINCE) {
            days.add(mondayIfSunday(LocalDate.of(year, 6, 19)));
        }
        days.add(mondayIfSunday(LocalDate.of(year, 7, 4)));
        days.add(nth(year, Month.SEPTEMBER, 1, DayOfWeek.MONDAY));
        days.add(nth(year, Month.SEPTEMBER, 4, DayOfWeek.FRIDAY));
        days.add(veterans(year));
        LocalDate thanksgiving = nth(year, Month.NOVEMBER, 4, DayOfWeek.THURSDAY);
        days.add(thanksgiving);
        days.add(thanksgiving.plusDays(1));
        days.add(mondayIfSunday(LocalDate.of(year, 12, 25)));
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
