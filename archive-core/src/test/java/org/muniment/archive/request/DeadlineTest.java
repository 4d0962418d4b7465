package org.muniment.archive.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineTest {
    private static final ResponsePeriods SHIPPED = ResponsePeriods.shipped();

    /** As AB 1821 would have it, had it become law. */
    private static final ResponsePeriods BUSINESS = ResponsePeriods.read("""
            periods:
              - received-from: 2023-01-01
                unit: business-days
                determination: 10
                extension: 14
                grounds: [voluminous]
                cite: a test
                verified: true
                in-force: true
            """);

    private static Deadline deadline(LocalDate received) {
        return Deadline.of(received, SHIPPED.on(received));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-05, 2026-10-15",
        "2026-10-01, 2026-10-12",
        "2026-09-30, 2026-10-12",
        "2026-08-26, 2026-09-08",
        "2026-09-15, 2026-09-28",
        "2026-11-16, 2026-11-30",
        "2026-12-15, 2026-12-28"
    })
    void theLegalDayIsThatOfTheVectors(LocalDate received, LocalDate due) {
        assertThat(deadline(received).legalDue()).isEqualTo(due);
    }

    @Test
    void anExtensionEndsTwentyFourDaysAfterReceiptAndIsNotMoved() {
        assertThat(deadline(LocalDate.of(2026, 10, 5)).extendedDue()).isEqualTo(LocalDate.of(2026, 10, 29));
        Deadline toSaturday = deadline(LocalDate.of(2026, 10, 7));
        assertThat(toSaturday.extendedDue().getDayOfWeek()).isEqualTo(DayOfWeek.SATURDAY);
        assertThat(toSaturday.extendedSafe()).isEqualTo(LocalDate.of(2026, 10, 30));
    }

    @Test
    void theSafeDayIsNeverAfterTheTenth() {
        assertThat(deadline(LocalDate.of(2026, 8, 26)).safeDue()).isEqualTo(LocalDate.of(2026, 9, 4));
        assertThat(deadline(LocalDate.of(2026, 11, 16)).safeDue()).isEqualTo(LocalDate.of(2026, 11, 25));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01", "2026-01-19", "2026-02-12", "2026-02-16", "2026-03-31", "2026-05-25", "2026-06-19", "2026-07-04",
        "2026-09-07", "2026-09-25", "2026-11-11", "2026-11-26", "2026-11-27", "2026-12-25", "2027-01-01", "2027-01-18",
        "2027-02-12", "2027-02-15", "2027-03-31", "2027-05-31", "2027-06-19", "2027-07-05", "2027-09-06", "2027-09-24",
        "2027-11-11", "2027-11-25", "2027-11-26", "2027-12-25", "2023-11-10"
    })
    void theHolidaysAreThoseOfTheLaw(LocalDate holiday) {
        assertThat(JudicialHolidays.isHoliday(holiday)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-12",
        "2026-09-09",
        "2026-04-24",
        "2026-02-17",
        "2026-11-09",
        "2026-04-03",
        "2027-12-24",
        "2022-06-20"
    })
    void otherDaysMoveNothing(LocalDate working) {
        assertThat(JudicialHolidays.isHoliday(working)).isFalse();
    }

    @Test
    void requestsOfTheYearOfTheBillCarryACaution() {
        assertThat(deadline(LocalDate.of(2026, 12, 31)).caution()).isEmpty();
        assertThat(deadline(LocalDate.of(2027, 1, 1)).caution())
                .get()
                .asString()
                .contains("AB 1821");
    }

    /** Ten years, day by day, against a calendar that knows each weekday only by counting. */
    @Test
    void tenYearsAgreeWithACalendarThatCountsDays() {
        for (LocalDate received = LocalDate.of(2023, 1, 1);
                received.isBefore(LocalDate.of(2033, 1, 1));
                received = received.plusDays(1)) {
            LocalDate tenth = received;
            for (int day = 0; day < 10; day++) {
                tenth = tenth.plusDays(1);
            }
            LocalDate due = tenth;
            while (naiveHoliday(due)) {
                due = due.plusDays(1);
            }
            LocalDate safe = tenth;
            while (naiveHoliday(safe)) {
                safe = safe.minusDays(1);
            }
            Deadline deadline = deadline(received);
            assertThat(deadline.legalDue()).as("%s", received).isEqualTo(due);
            assertThat(deadline.safeDue()).as("%s", received).isEqualTo(safe);
            assertThat(deadline.extendedDue().toEpochDay() - received.toEpochDay())
                    .isEqualTo(24);
            assertThat(deadline.extendedSafe()).isBeforeOrEqualTo(deadline.extendedDue());
        }
    }

    private static boolean naiveHoliday(LocalDate day) {
        if (weekday(day) >= 6 || fixed(day)) {
            return true;
        }
        return switch (day.getMonth()) {
            case JANUARY -> weekday(day) == 1 && ordinal(day) == 3;
            case FEBRUARY -> weekday(day) == 1 && ordinal(day) == 3;
            case MAY -> weekday(day) == 1 && day.plusDays(7).getMonth() == Month.JUNE;
            case SEPTEMBER -> weekday(day) == 1 && ordinal(day) == 1 || weekday(day) == 5 && ordinal(day) == 4;
            case NOVEMBER ->
                weekday(day) == 4 && ordinal(day) == 4
                        || weekday(day) == 5 && ordinal(day.minusDays(1)) == 4 && day.getDayOfMonth() > 22
                        || day.getDayOfMonth() == 10 && weekday(day) == 5;
            default -> false;
        };
    }

    private static boolean fixed(LocalDate day) {
        return named(day) || weekday(day) == 1 && named(day.minusDays(1));
    }

    private static boolean named(LocalDate day) {
        String monthAndDay = day.toString().substring(5);
        return java.util.List.of("01-01", "02-12", "03-31", "06-19", "07-04", "11-11", "12-25")
                .contains(monthAndDay);
    }

    private static int ordinal(LocalDate day) {
        return (day.getDayOfMonth() + 6) / 7;
    }

    /** 1 for Monday to 7 for Sunday, counted from Thursday, January 1, 1970. */
    private static int weekday(LocalDate day) {
        return (int) Math.floorMod(day.toEpochDay() + 3, 7L) + 1;
    }

    @Test
    void tenYearsOfBusinessDaysAgreeWithACalendarThatCountsDays() {
        for (LocalDate received = LocalDate.of(2023, 1, 1);
                received.isBefore(LocalDate.of(2033, 1, 1));
                received = received.plusDays(1)) {
            Deadline deadline = Deadline.of(received, BUSINESS.on(received));
            assertThat(deadline.legalDue()).as("%s", received).isEqualTo(naiveWorkingDay(received, 10));
            assertThat(deadline.safeDue()).isEqualTo(deadline.legalDue());
            assertThat(deadline.extendedDue()).as("%s", received).isEqualTo(naiveWorkingDay(received, 24));
        }
    }

    private static LocalDate naiveWorkingDay(LocalDate received, int ordinal) {
        LocalDate at = received;
        for (int found = 0; found < ordinal; ) {
            at = at.plusDays(1);
            found += naiveHoliday(at) ? 0 : 1;
        }
        return at;
    }

    @Test
    void howItWasCountedIsSaidWithTheDaysThatWereSkipped() {
        assertThat(deadline(LocalDate.of(2026, 8, 26)).reckoning())
                .anySatisfy(
                        said -> assertThat(said).contains("Saturday, Sunday, Labor Day", "Tuesday, September 8, 2026"))
                .anySatisfy(said -> assertThat(said).contains("Friday, September 4, 2026"));
        assertThat(deadline(LocalDate.of(2026, 10, 5)).reckoning())
                .anySatisfy(said -> assertThat(said).contains("It is a working day"))
                .anySatisfy(said -> assertThat(said).contains("Thursday, October 29, 2026"));
    }
}
