package org.muniment.batch.ingest.journal;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The messages that one reading has handed over and that are not committed yet, in their order. Once it is given up nothing
 * is added to it: a reading that breaks off late must not have its messages answered by the commits of the next one.
 * Safe for many threads.
 */
final class Flight {
    private final Deque<Numbered> underWay = new ArrayDeque<>();
    private long committed;
    private boolean givenUp;

    private record Numbered(long number, Waiting message) {}

    /** @param committed the number up to which everything is durable */
    Flight(long committed) {
        this.committed = committed;
    }

    /** Adds a message that is to be handed over; false when it may not be any more. */
    synchronized boolean add(long number, Waiting message) {
        if (!givenUp) {
            underWay.add(new Numbered(number, message));
        }
        return !givenUp;
    }

    /** Whether everything up to a number is durable. */
    synchronized boolean isCommitted(long number) {
        return committed >= number;
    }

    /** Answers the senders of everything up to a number: it is durable. */
    synchronized void commit(long number) {
        committed = number;
        while (!underWay.isEmpty() && underWay.element().number() <= number) {
            underWay.remove().message().kept().complete(null);
        }
    }

    /** Answers all others: they are to try again. */
    synchronized void giveUp() {
        givenUp = true;
        while (!underWay.isEmpty()) {
            underWay.remove().message().giveUp();
        }
    }
}
