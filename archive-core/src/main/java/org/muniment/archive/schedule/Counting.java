package org.muniment.archive.schedule;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the eligible day of an item is really counted from. Where a period is the later or the earlier of several, only those
 * parts count that gave the day, or that are waited for.
 *
 * @param keep the period that binds: that of its series, unless a person declared another class or it is Class 2 by agreement
 * @param exit until when it is Class 1 before that period begins; null when the series has no exit
 * @param from the days and events used; empty when no day ends it
 */
public record Counting(RetentionPeriod keep, @Nullable RetentionPeriod exit, List<Start> from) {
    /**
     * Where a clock starts.
     *
     * @param event {@code received}, the key of an {@link EventKind}, or {@code left-class-1}
     * @param words that, as sentences say it
     * @param day the day of it in the agency's zone; null when it is unknown or nobody has recorded it
     */
    public record Start(
            String event, String words, @Nullable LocalDate day) {
        private static Start received(Clocks clocks) {
            return new Start("received", "it was received", clocks.origin());
        }

        private static Start of(EventKind kind, Clocks clocks) {
            LocalDate origin = clocks.origin();
            String words = kind == EventKind.AUDIT_COMPLETED && origin != null
                    ? "the audit of " + SchoolYear.of(origin) + " was completed"
                    : kind.words();
            return new Start(kind.key(), words, clocks.day(kind).orElse(null));
        }
    }

    public Counting {
        from = List.copyOf(from);
    }

    static Counting of(RecordSeries series, Classification now, Clocks clocks) {
        RetentionPeriod keep = binding(series, now.basis(), now.recordClass());
        RetentionPeriod exit = now.basis() == Classification.Basis.RULE ? series.exit() : null;
        return new Counting(keep, exit, exit == null ? starts(keep, clocks) : leaving(exit, keep, clocks));
    }

    /** A person may protect more than the series does, never less. */
    static RetentionPeriod binding(RecordSeries series, Classification.Basis basis, RecordClass recordClass) {
        return switch (basis) {
            case RULE, UNMATCHED -> series.keep();
            case AGREED -> new RetentionPeriod.UntilReclassified();
            case DECLARED -> declared(series, recordClass);
        };
    }

    private static RetentionPeriod declared(RecordSeries series, RecordClass recordClass) {
        if (recordClass == RecordClass.PERMANENT) {
            return new RetentionPeriod.Permanent();
        }
        return recordClass == series.recordClass() ? series.keep() : new RetentionPeriod.UntilReclassified();
    }

    private static List<Start> leaving(RetentionPeriod exit, RetentionPeriod keep, Clocks clocks) {
        if (!(exit.eligible(clocks) instanceof Eligibility.On left)) {
            return starts(exit, clocks);
        }
        Clocks after = clocks.from(left.day());
        Stream<Start> kept = starts(keep, after).stream()
                .map(start -> start.event().equals("received")
                        ? new Start("left-class-1", "it left Class 1", left.day())
                        : start);
        return Stream.concat(starts(exit, clocks).stream(), kept).distinct().toList();
    }

    private static List<Start> starts(RetentionPeriod period, Clocks clocks) {
        return switch (period) {
            case RetentionPeriod.Permanent none -> List.of();
            case RetentionPeriod.UntilReclassified none -> List.of();
            case RetentionPeriod.AfterReceived after -> List.of(Start.received(clocks));
            case RetentionPeriod.SchoolYearAfterOrigin after -> List.of(Start.received(clocks));
            case RetentionPeriod.JulyFirstAfterAudit after -> List.of(Start.of(EventKind.AUDIT_COMPLETED, clocks));
            case RetentionPeriod.AfterEvent after -> List.of(Start.of(after.event(), clocks));
            case RetentionPeriod.SchoolYearAfterEvent after -> List.of(Start.of(after.event(), clocks));
            case RetentionPeriod.LaterOf later -> deciding(later, later.periods(), clocks);
            case RetentionPeriod.EarlierOf earlier -> deciding(earlier, earlier.periods(), clocks);
        };
    }

    private static List<Start> deciding(RetentionPeriod whole, List<RetentionPeriod> parts, Clocks clocks) {
        Eligibility chosen = whole.eligible(clocks);
        return parts.stream()
                .filter(part -> Choice.LENGTH.compare(part.eligible(clocks), chosen) == 0)
                .flatMap(part -> starts(part, clocks).stream())
                .distinct()
                .toList();
    }
}
