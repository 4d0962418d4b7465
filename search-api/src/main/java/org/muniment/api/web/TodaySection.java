package org.muniment.api.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What waits for a person in one area: a bean of that area, shown on the first page. Safe for many threads.
 */
public interface TodaySection {
    /**
     * What waits; empty where the area is nothing to this person. An area where nothing waits says so by a card without
     * lines.
     */
    Optional<Card> of(Who who, Instant now);

    /**
     * Where it stands: lower first. Requests are 10, bundles 15, holds 20, departures 25, approvals 30, last night 40, jobs 45,
     * exceptions 50, sources 60, own mail 70.
     */
    int place();

    /**
     * A card of the first page.
     *
     * @param title what it is about
     * @param path of the page with all of it
     * @param nothing what is said when there are no lines
     * @param count how much waits
     * @param lines at most ten, the most urgent first
     */
    record Card(String title, String path, String nothing, long count, List<Line> lines) {
        private static final int MOST = 10;

        public Card {
            lines = lines.stream().limit(MOST).toList();
        }

        /** With a line for each thing that waits, of which the first are shown. */
        public static Card of(String title, String path, String nothing, List<Line> all) {
            return new Card(title, path, nothing, all.size(), all);
        }

        /** How many wait that have no line here, where each has one. */
        public long more() {
            return count > MOST && lines.size() == MOST ? count - MOST : 0;
        }
    }

    /**
     * One thing that waits.
     *
     * @param tag in a word or two, such as {@code 3 days left}; null for none
     * @param urgent whether it must be seen at once
     */
    record Line(String words, String path, @Nullable String tag, boolean urgent) {}
}
