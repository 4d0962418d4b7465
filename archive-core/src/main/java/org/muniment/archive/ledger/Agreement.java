package org.muniment.archive.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Compares what is registered under running numbers, such as H1, H2, H3, with what the ledger noted of each. Changes nothing,
 * and runs while the archive is in use.
 */
public final class Agreement {
    private final Ledger ledger;
    private final String letters;
    private final LongSupplier last;

    /**
     * What is amiss.
     *
     * @param name of what it is amiss with, such as H1
     * @param what in words that follow the name
     */
    public record Finding(String name, String what) {}

    /** Looks at one of them. */
    @FunctionalInterface
    public interface Comparison {
        /**
         * Compares its rows with what was noted of it; what it throws is a finding, too.
         *
         * @return what is amiss, in words that follow its name
         */
        List<String> compare(String name, List<CustodyEvent> noted);
    }

    /**
     * @param letters what stands before the number in a name
     * @param last the highest number that is registered, 0 for none
     */
    public Agreement(Ledger ledger, String letters, LongSupplier last) {
        this.ledger = ledger;
        this.letters = letters;
        this.last = last;
    }

    /** Compares all; what changes between looking at the rows and at the ledger is looked at again. */
    public List<Finding> run(Comparison comparison) {
        List<Finding> found = look(comparison);
        return found.isEmpty()
                ? found
                : look(comparison).stream().filter(found::contains).toList();
    }

    private List<Finding> look(Comparison comparison) {
        long registered = last.getAsLong();
        List<Finding> found = new ArrayList<>();
        for (long number = 1; ; number++) {
            String name = letters + number;
            List<CustodyEvent> noted =
                    ledger.entriesFor(name).stream().map(Entry::event).toList();
            if (noted.isEmpty() && number > registered) {
                return found;
            }
            compared(comparison, name, noted).forEach(what -> found.add(new Finding(name, what)));
        }
    }

    private static List<String> compared(Comparison comparison, String name, List<CustodyEvent> noted) {
        try {
            return comparison.compare(name, noted);
        } catch (RuntimeException unreadable) {
            return List.of("can't be read");
        }
    }

    /** Those events that are of a type, in order. */
    public static <E extends CustodyEvent> List<E> of(Class<E> type, List<CustodyEvent> noted) {
        return noted.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
