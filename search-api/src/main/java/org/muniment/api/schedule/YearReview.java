package org.muniment.api.schedule;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.schedule.Classification;
import org.muniment.archive.schedule.Counts;
import org.muniment.archive.schedule.Retention;
import org.muniment.archive.schedule.Reviews;
import org.muniment.archive.schedule.SchoolYear;

/**
 * The yearly review of a school year (5 CCR 16022), as commands and pages show it. Days are ISO 8601.
 *
 * @param daysLeft until the deadline; less than 0 when it is over
 * @param pending items that no rule and no person classified, those included that are Class 2 by agreement
 * @param agreed of those, items that are Class 2 by agreement until it lapses
 * @param unclassified items of any year that are not classified at all
 * @param undated items of which nobody knows when they were received
 * @param agreement what superintendent and board agreed on; null for nothing
 */
public record YearReview(
        String schoolYear,
        String deadline,
        long daysLeft,
        long items,
        long pending,
        long agreed,
        List<Line> series,
        long unclassified,
        long undated,
        @Nullable Agreed agreement) {
    /**
     * Items of a series that were classified in one way.
     *
     * @param pending whether neither a rule nor a person classified them
     * @param agreed whether they are Class 2 by agreement meanwhile
     */
    public record Line(
            String series, String title, int recordClass, String basis, long items, boolean pending, boolean agreed) {}

    /** That what is pending is Class 2 (5 CCR 16024). */
    public record Agreed(String superintendent, String boardAction, String on, String lapses, boolean holds) {}

    /** The review of a school year as of a day. */
    public static YearReview of(Retention retention, SchoolYear year, LocalDate today) {
        List<Line> lines = retention.reviews().shares(year).stream()
                .map(share -> line(retention, share, today))
                .toList();
        LocalDate deadline = Reviews.deadline(year);
        return new YearReview(
                year.toString(),
                deadline.toString(),
                ChronoUnit.DAYS.between(today, deadline),
                lines.stream().mapToLong(Line::items).sum(),
                lines.stream().filter(Line::pending).mapToLong(Line::items).sum(),
                lines.stream().filter(Line::agreed).mapToLong(Line::items).sum(),
                lines,
                retention.classifications().counts().unclassified(),
                retention.reviews().undated(),
                retention
                        .reviews()
                        .agreement(year)
                        .map(one -> agreed(one, today))
                        .orElse(null));
    }

    private static Line line(Retention retention, Counts.Share share, LocalDate today) {
        String title = retention
                .evaluations()
                .find(today)
                .flatMap(one -> one.adopted().schedule().find(share.series()))
                .map(series -> series.title())
                .orElse("");
        return new Line(
                share.series().value(),
                title,
                share.recordClass().number(),
                Sentences.basis(share.basis()),
                share.items(),
                share.isPending(),
                share.basis() == Classification.Basis.AGREED);
    }

    private static Agreed agreed(Reviews.Agreement one, LocalDate today) {
        return new Agreed(
                one.superintendent().name(),
                one.boardAction(),
                one.agreed().toString(),
                one.lapses().toString(),
                one.holds(today));
    }
}
