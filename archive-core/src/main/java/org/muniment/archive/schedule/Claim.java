package org.muniment.archive.schedule;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a series makes of an item that matches it.
 *
 * @param series whose query the item matches
 * @param recordClass that of the series; Class 3 where the day is known on which it leaves Class 1
 * @param eligibility of its period
 * @param exit that day; null when the series has none or it is not known
 */
record Claim(
        RecordSeries series,
        RecordClass recordClass,
        Eligibility eligibility,
        @Nullable LocalDate exit) {
    /** The strongest first: Class 1, what is continuing still, the longest period, the more protective class; not a record last. */
    static final Comparator<Claim> PRECEDENCE = Comparator.comparingInt(Claim::rank)
            .thenComparing(Claim::leavesClassOne)
            .thenComparing(Claim::eligibility, Choice.LENGTH.reversed())
            .thenComparing(Claim::recordClass);

    static Claim of(RecordSeries series, Clocks clocks) {
        RetentionPeriod exit = series.exit();
        if (exit == null) {
            return new Claim(series, series.recordClass(), series.keep().eligible(clocks), null);
        }
        if (exit.eligible(clocks) instanceof Eligibility.On on) {
            Eligibility kept = series.keep().eligible(clocks.from(on.day()));
            return new Claim(series, RecordClass.DISPOSABLE, notBefore(on, kept), on.day());
        }
        var never = new Eligibility.Never("as Class 1 until " + exit + " and " + series.keep() + " from then");
        return new Claim(series, RecordClass.PERMANENT, never, null);
    }

    /** The kinds of events that the series counts from. */
    static Set<EventKind> events(RecordSeries series) {
        var kinds = new HashSet<>(series.keep().events());
        for (RetentionPeriod period : new RetentionPeriod[] {series.exit(), series.atMost()}) {
            if (period != null) {
                kinds.addAll(period.events());
            }
        }
        return kinds;
    }

    boolean isRecord() {
        return series.standing() != Standing.NOT_A_RECORD;
    }

    /** Why this one loses against a stronger one; completes a sentence. */
    String lostTo(Claim winner) {
        if (!isRecord()) {
            return "it is no record only where no other series matches";
        }
        if (winner.rank() < rank()) {
            return winner.rank() == 0 ? "Class 1 goes before it" : "a continuing record goes before it";
        }
        return Choice.LENGTH.compare(winner.eligibility, eligibility) > 0
                ? winner.series.id() + " keeps it longer"
                : winner.series.id() + " keeps it as long and goes before it";
    }

    /** A continuing record whose usefulness has ended competes by its period like others. */
    private int rank() {
        if (recordClass == RecordClass.PERMANENT) {
            return 0;
        }
        if (series.standing() == Standing.CONTINUING && !(eligibility instanceof Eligibility.On)) {
            return 1;
        }
        return isRecord() ? 2 : 3;
    }

    private boolean leavesClassOne() {
        return series.exit() != null && recordClass == RecordClass.PERMANENT;
    }

    private static Eligibility notBefore(Eligibility.On exit, Eligibility kept) {
        return kept instanceof Eligibility.On on && on.day().isBefore(exit.day()) ? exit : kept;
    }
}
