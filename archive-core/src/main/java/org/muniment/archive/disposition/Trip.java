package org.muniment.archive.disposition;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Why a run was stopped before it removed anything.
 *
 * @param run the run
 * @param items items it would have removed
 * @param causes at least one
 */
public record Trip(String run, long items, List<Cause> causes) {
    private static final int SHOWN = 10;

    /** One reason to stop. */
    public sealed interface Cause {
        /** The reason for people. */
        String words();

        /** The reason without names, as the ledger keeps it. */
        String kind();

        /** More than the allowed share of a custodian's items. */
        record Share(String custodian, long removing, long of) implements Cause {
            @Override
            public String words() {
                return "it would remove " + removing + " of the " + of + " items of " + custodian + ", more than "
                        + Breaker.PERCENT + " %";
            }

            @Override
            public String kind() {
                return "share of a mailbox";
            }
        }

        /** More than twice the median of the last 30 days. */
        record Surge(long removing, long median) implements Cause {
            @Override
            public String words() {
                return "it would remove " + removing + " items, more than " + Breaker.TIMES
                        + " times what is removed on a usual day (" + median + ")";
            }

            @Override
            public String kind() {
                return "unusual volume";
            }
        }

        /** A source whose last run did not reconcile: what it holds is not known to be in the archive. */
        record Unreconciled(String source) implements Cause {
            @Override
            public String words() {
                return "the last run over " + source + " has not been reconciled";
            }

            @Override
            public String kind() {
                return "unreconciled source";
            }
        }
    }

    public Trip {
        causes = List.copyOf(causes);
        if (causes.isEmpty()) {
            throw new IllegalArgumentException("A run is stopped for a reason");
        }
    }

    /** The reasons, for people; of very many the first. */
    public String words() {
        String first = causes.stream().limit(SHOWN).map(Cause::words).collect(Collectors.joining("; "));
        return causes.size() <= SHOWN
                ? first
                : first + "; and for " + (causes.size() - SHOWN) + " more reasons like these";
    }

    /** The reasons without names. */
    public String kinds() {
        return causes.stream().map(Cause::kind).distinct().sorted().collect(Collectors.joining(", "));
    }
}
