package org.muniment.archive.schedule;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.index.StandingMatches;
import org.muniment.archive.index.Witness;
import org.muniment.archive.schedule.Classification.Basis;

/**
 * The claims of several series to one item, weighed.
 *
 * @param winner the strongest
 * @param losers the others, the strongest first
 * @param matches what of the rules the item holds
 * @param clocks what it is counted from
 * @param bar why what would be no record is none all the same, or why no rule matched; empty when a rule decides
 */
record Weighing(Claim winner, List<Claim> losers, StandingMatches<SeriesId> matches, Clocks clocks, String bar) {
    private static final int SHOWN = 3;
    private static final int LONGEST = 60;

    /** One sentence: what matched and where, or why nothing did. */
    String reason() {
        if (bar.isEmpty()) {
            return capital(because(winner)) + until() + ".";
        }
        if (losers.isEmpty()) {
            return capital(bar) + ".";
        }
        Claim barred = losers.getFirst();
        return "Only " + barred.series().name() + " matched (" + because(barred) + "), but " + bar + ".";
    }

    Classification classification() {
        return new Classification(
                winner.recordClass(),
                winner.series().id(),
                bar.isEmpty() ? Basis.RULE : Basis.UNMATCHED,
                reason(),
                winner.series().authority(),
                clocks.origin(),
                winner.eligibility(),
                atMost());
    }

    Verdict verdict() {
        return new Verdict(
                classification(),
                winner.series(),
                bar.isEmpty() ? found(winner) : List.of(),
                losers.stream().map(this::lost).toList());
    }

    /** A statutory maximum binds whichever series wins; of several, and of several events that start it, the earliest. */
    private @Nullable LocalDate atMost() {
        @Nullable LocalDate earliest = atMost(winner);
        for (Claim loser : losers) {
            @Nullable LocalDate other = atMost(loser);
            earliest = earliest == null || other != null && other.isBefore(earliest) ? other : earliest;
        }
        return earliest;
    }

    private @Nullable LocalDate atMost(Claim claim) {
        @Nullable RetentionPeriod period = claim.series().atMost();
        return period != null && period.eligible(clocks.earliest()) instanceof Eligibility.On on ? on.day() : null;
    }

    private Verdict.Lost lost(Claim claim) {
        String why = bar.isEmpty() ? claim.lostTo(winner) : bar;
        return new Verdict.Lost(claim.series(), found(claim), claim.eligibility(), why);
    }

    private String because(Claim claim) {
        List<String> found = found(claim);
        if (found.isEmpty()) {
            return "it holds nothing that the rule of " + claim.series().name() + " leaves out";
        }
        String more = found.size() > SHOWN ? " and " + (found.size() - SHOWN) + " more" : "";
        return found.stream().limit(SHOWN).collect(Collectors.joining(", ")) + more;
    }

    private String until() {
        LocalDate exit = winner.exit();
        return exit == null ? "" : "; Class 1 until " + exit + ", then Class 3";
    }

    private List<String> found(Claim claim) {
        return matches.witnesses(claim.series().id()).stream()
                .map(Weighing::words)
                .distinct()
                .toList();
    }

    private static String words(Witness witness) {
        String words = witness.words();
        String shown = words.length() <= LONGEST
                ? words
                : words.substring(0, LONGEST - 1).stripTrailing() + "…";
        return "'" + shown + "' in " + Places.of(witness.field());
    }

    private static String capital(String sentence) {
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
