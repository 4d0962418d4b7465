package org.muniment.archive.schedule;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Chooses among several eligibilities. Never outlasts waiting, and waiting any day. */
final class Choice {
    /** The shortest first. */
    static final Comparator<Eligibility> LENGTH =
            Comparator.<Eligibility>comparingInt(Choice::rank).thenComparing(Choice::day);

    private static final int FEWEST = 2;

    private Choice() {}

    static List<RetentionPeriod> ofSeveral(List<RetentionPeriod> periods) {
        if (periods.size() < FEWEST) {
            throw new IllegalArgumentException("later-of and earlier-of choose among at least two periods");
        }
        return List.copyOf(periods);
    }

    static Set<EventKind> events(List<RetentionPeriod> periods) {
        return periods.stream().flatMap(period -> period.events().stream()).collect(Collectors.toSet());
    }

    static Eligibility longest(List<Eligibility> all) {
        Eligibility longest = all.stream().max(LENGTH).orElseThrow();
        return longest instanceof Eligibility.Waiting ? waiting(all, " and ") : longest;
    }

    static Eligibility shortest(List<Eligibility> all) {
        Eligibility shortest = all.stream().min(LENGTH).orElseThrow();
        return shortest instanceof Eligibility.Waiting ? waiting(all, " or ") : shortest;
    }

    private static Eligibility waiting(List<Eligibility> all, String join) {
        return new Eligibility.Waiting(all.stream()
                .filter(Eligibility.Waiting.class::isInstance)
                .map(one -> ((Eligibility.Waiting) one).forWhat())
                .distinct()
                .collect(Collectors.joining(join)));
    }

    private static int rank(Eligibility eligibility) {
        return switch (eligibility) {
            case Eligibility.On on -> 0;
            case Eligibility.Waiting waiting -> 1;
            case Eligibility.Never never -> 2;
        };
    }

    private static LocalDate day(Eligibility eligibility) {
        return eligibility instanceof Eligibility.On on ? on.day() : LocalDate.MAX;
    }
}
