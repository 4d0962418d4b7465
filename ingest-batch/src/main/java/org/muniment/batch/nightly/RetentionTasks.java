package org.muniment.batch.nightly;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muniment.archive.Archive;
import org.muniment.archive.query.ItemQuery;
import org.muniment.archive.schedule.RecordSeries;
import org.muniment.archive.schedule.Reviews;
import org.muniment.archive.schedule.SchoolYear;
import org.muniment.archive.schedule.SeriesId;

/** What the classes of items ask of people on a day. */
final class RetentionTasks {
    /** Days ahead of a deadline of the yearly review. */
    private static final int NEAR = 60;

    private final Archive archive;
    private final LocalDate day;

    RetentionTasks(Archive archive, LocalDate day) {
        this.archive = archive;
        this.day = day;
    }

    /** What a statutory maximum wants destroyed, by now or soon. */
    List<String> maximums() {
        return archive.retention().classifications().maximums(day).stream()
                .map(one -> one.words(name(one.series())))
                .toList();
    }

    /** Series whose items call for a legal hold, with how many of them are under none. */
    List<String> withoutHold() {
        Map<SeriesId, String> recommended = series().filter(RecordSeries::holdRecommended)
                .collect(Collectors.toMap(RecordSeries::id, RecordSeries::name, (one, same) -> one, TreeMap::new));
        if (recommended.isEmpty()) {
            return List.of();
        }
        Map<SeriesId, Long> free =
                archive.retention().classifications().tally(archive.index(), free()).entrySet().stream()
                        .collect(Collectors.groupingBy(
                                one -> one.getKey().series(), Collectors.summingLong(Map.Entry::getValue)));
        return recommended.entrySet().stream()
                .filter(one -> free.containsKey(one.getKey()))
                .map(one -> "Consider a legal hold: the schedule recommends one for series " + one.getValue() + ", and "
                        + count(free.getOrDefault(one.getKey(), 0L)) + " of it under none: muniment hold place")
                .toList();
    }

    /** What no hold keeps today. */
    private ItemQuery free() {
        List<ItemQuery> covering = archive.holds().standing(day).holds().stream()
                .map(hold -> archive.holds().covering(hold.id()))
                .toList();
        return switch (covering.size()) {
            case 0 -> new ItemQuery.All();
            case 1 -> new ItemQuery.Not(covering.getFirst());
            default -> new ItemQuery.Not(new ItemQuery.Or(covering));
        };
    }

    /** What the yearly review still has pending while its January 1 or the end of its deferral is near or over. */
    List<String> reviews() {
        Reviews reviews = archive.retention().reviews();
        SchoolYear last = SchoolYear.of(day).plus(-1);
        Stream<String> agreed = reviews.agreements().stream()
                .filter(one -> !one.lapses().isAfter(day.plusDays(NEAR)))
                .flatMap(one -> pending(one.year(), lapse(one)));
        Stream<String> due = reviews.agreement(last).isPresent() || days(Reviews.deadline(last)) > NEAR
                ? Stream.of()
                : pending(last, deadline(last));
        return Stream.concat(agreed, due).toList();
    }

    private Stream<String> pending(SchoolYear year, String words) {
        long pending = archive.retention().reviews().pending(year);
        return pending == 0
                ? Stream.of()
                : Stream.of(words + ". " + count(pending) + " pending: muniment review --school-year " + year);
    }

    private String lapse(Reviews.Agreement one) {
        return "The agreement that what is pending of school year " + one.year() + " is Class 2 "
                + (one.holds(day)
                        ? "lapses on " + one.lapses() + ", in " + days(one.lapses()) + " days"
                        : "lapsed on " + one.lapses())
                + " (5 CCR 16024)";
    }

    private String deadline(SchoolYear year) {
        LocalDate deadline = Reviews.deadline(year);
        return "The yearly review of school year " + year
                + (deadline.isAfter(day)
                        ? " is due before " + deadline + ", in " + days(deadline) + " days"
                        : " was due before " + deadline)
                + " (5 CCR 16022)";
    }

    private long days(LocalDate until) {
        return ChronoUnit.DAYS.between(day, until);
    }

    /** Items that no period lets go, because nobody can read when they were received. */
    List<String> undated() {
        long undated = archive.retention().reviews().undated();
        return undated == 0
                ? List.of()
                : List.of("No date of receipt can be read of " + undated + (undated == 1 ? " item" : " items")
                        + ": no period counted from it ends, so they wait and are kept until an officer declares what they"
                        + " are");
    }

    private static String count(long items) {
        return String.format(Locale.US, "%,d %s", items, items == 1 ? "item is" : "items are");
    }

    /** A series' name and title by the schedule in force; its name alone when that does not have it. */
    String name(SeriesId id) {
        return series().filter(one -> one.id().equals(id))
                .findFirst()
                .map(RecordSeries::name)
                .orElse(id.value());
    }

    private Stream<RecordSeries> series() {
        return archive.retention().schedules().inForce(day).stream()
                .flatMap(adopted -> adopted.schedule().series().stream());
    }
}
