package org.muniment.archive.index;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What an item holds at the least when it matches a query: cheap to check, and never missing in an item that matches. Unless
 * it is exact, an item that has it may still not match.
 */
sealed interface Need {
    /** Whether the item that left these traces has it: by clue, the columns it is in, as bits. */
    boolean isMet(int[] traces);

    /** Whether an item that has it surely matches. */
    boolean isExact();

    /** Clues of which each item that has it holds at least one; empty when there are no such. */
    Optional<Set<Integer>> anchors();

    /** Nothing can be said. */
    record Anything() implements Need {
        @Override
        public boolean isMet(int[] traces) {
            return true;
        }

        @Override
        public boolean isExact() {
            return false;
        }

        @Override
        public Optional<Set<Integer>> anchors() {
            return Optional.empty();
        }
    }

    /** A clue in one of some columns, as bits. */
    record Clue(int id, int columns) implements Need {
        @Override
        public boolean isMet(int[] traces) {
            return (traces[id] & columns) != 0;
        }

        @Override
        public boolean isExact() {
            return true;
        }

        @Override
        public Optional<Set<Integer>> anchors() {
            return Optional.of(Set.of(id));
        }
    }

    /** All of these: of none, anything will do. */
    record Each(List<Need> parts) implements Need {
        @Override
        public boolean isMet(int[] traces) {
            for (Need part : parts) {
                if (!part.isMet(traces)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public boolean isExact() {
            return parts.stream().allMatch(Need::isExact);
        }

        @Override
        public Optional<Set<Integer>> anchors() {
            return parts.stream()
                    .map(part -> part.anchors().orElse(null))
                    .filter(Objects::nonNull)
                    .min(Comparator.comparingInt(Set::size));
        }
    }

    /** One or more of these: of none, no item has it. */
    record Some(List<Need> parts) implements Need {
        @Override
        public boolean isMet(int[] traces) {
            for (Need part : parts) {
                if (part.isMet(traces)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public boolean isExact() {
            return parts.stream().allMatch(Need::isExact);
        }

        @Override
        public Optional<Set<Integer>> anchors() {
            var all = new HashSet<Integer>();
            for (Need part : parts) {
                Optional<Set<Integer>> anchors = part.anchors();
                if (anchors.isEmpty()) {
                    return Optional.empty();
                }
                all.addAll(anchors.get());
            }
            return Optional.of(all);
        }
    }

    /** That it does not hold something, which must be exact. */
    record Without(Need part) implements Need {
        @Override
        public boolean isMet(int[] traces) {
            return !part.isMet(traces);
        }

        @Override
        public boolean isExact() {
            return true;
        }

        @Override
        public Optional<Set<Integer>> anchors() {
            return Optional.empty();
        }
    }

    /** This and something more that clues do not tell. */
    record AtLeast(Need part) implements Need {
        @Override
        public boolean isMet(int[] traces) {
            return part.isMet(traces);
        }

        @Override
        public boolean isExact() {
            return false;
        }

        @Override
        public Optional<Set<Integer>> anchors() {
            return part.anchors();
        }
    }
}
