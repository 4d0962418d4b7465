package org.muniment.archive.production;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.store.Digest;

/**
 * A production as it stands.
 *
 * @param order what it was asked to be
 * @param first its first number; null when none was reserved yet
 * @param bundle what was built; null before, and when it was abandoned before
 * @param stage how far it has come
 */
public record Production(
        ProductionId id,
        ProductionOrder order,
        @Nullable BatesNumber first,
        @Nullable Bundle bundle,
        Stage stage) {
    /**
     * What was built, without its items.
     *
     * @param items items it tells of
     * @param at when it was built
     * @param timeStamp RFC 3161 token over its {@code production.json}, base64; empty for none
     */
    public record Bundle(
            BatesRange range,
            long documents,
            long items,
            Digest file,
            Digest manifest,
            List<BatesRange> free,
            String timeStamp,
            Instant at) {
        public Bundle {
            free = List.copyOf(free);
        }

        /** Pages it has: numbers less those left free. */
        public long pages() {
            return range.pages() - free.stream().mapToLong(BatesRange::pages).sum();
        }
    }

    /** How far a production has come. */
    public sealed interface Stage {
        /** It is being made. */
        record Draft() implements Stage {}

        /** Its package is made, and never changes. */
        record Built() implements Stage {}

        /** A second person checked it. */
        record Checked(Officer second, Instant at) implements Stage {}

        /** It was given out. */
        record Released(Officer second, Officer by, Instant at) implements Stage {}

        /** It is given up; its numbers stay a gap. */
        record Abandoned(Officer by, String reason, Instant at) implements Stage {}

        /** The stage in one word, as people read it. */
        default String word() {
            return switch (this) {
                case Draft draft -> "draft";
                case Built built -> "built";
                case Checked checked -> "checked";
                case Released released -> "released";
                case Abandoned abandoned -> "abandoned";
            };
        }
    }

    /** What was built, once it is. */
    public Optional<Bundle> built() {
        return Optional.ofNullable(bundle);
    }
}
