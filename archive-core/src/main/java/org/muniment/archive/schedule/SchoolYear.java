package org.muniment.archive.schedule;

import java.time.LocalDate;
import java.time.Month;

/**
 * A school year: July 1 to June 30.
 *
 * @param firstYear the calendar year in which it begins
 */
public record SchoolYear(int firstYear) implements Comparable<SchoolYear> {
    /** The school year that a day is in. */
    public static SchoolYear of(LocalDate day) {
        return new SchoolYear(day.getMonthValue() >= Month.JULY.getValue() ? day.getYear() : day.getYear() - 1);
    }

    /**
     * Reads {@code 2025-26}.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static SchoolYear parse(String text) {
        if (text.matches("\\d{4}-\\d{2}")) {
            SchoolYear year = new SchoolYear(Integer.parseInt(text.substring(0, 4)));
            if (year.toString().equals(text)) {
                return year;
            }
        }
        throw new IllegalArgumentException("A school year is written as 2025-26, not as '" + text + "'");
    }

    /** July 1. */
    public LocalDate first() {
        return LocalDate.of(firstYear, Month.JULY, 1);
    }

    /** June 30. */
    public LocalDate last() {
        return LocalDate.of(firstYear + 1, Month.JUNE, 30);
    }

    /** The school year so many later. */
    public SchoolYear plus(int years) {
        return new SchoolYear(firstYear + years);
    }

    @Override
    public int compareTo(SchoolYear other) {
        return Integer.compare(firstYear, other.firstYear);
    }

    @Override
    public String toString() {
        return String.format("%04d-%02d", firstYear, (firstYear + 1) % 100);
    }
}
