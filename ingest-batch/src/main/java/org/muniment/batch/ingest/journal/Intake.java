package org.muniment.batch.ingest.journal;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.reading.Receipt;
import org.muniment.batch.ingest.ItemSource;
import org.muniment.batch.ingest.Position;
import org.muniment.batch.ingest.RawItem;

/**
 * Messages on their way from the sessions to the run that keeps them. While one load is being committed the next one
 * gathers, so that many senders share one sync of the disk, and a lone one waits for nobody. Safe for many threads; one
 * run at a time reads.
 */
final class Intake implements ItemSource {
    private static final String PATH = "journal";
    private static final int NAP_MILLIS = 100;
    /** Those just answered send their next message at once: worth waiting for, since it saves them a commit. */
    private static final int GATHER_MILLIS = 2;

    private static final int MOST = 500;

    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final Until until;
    private volatile Flight flight = new Flight(0);
    private volatile boolean failing;

    /** When a run ends. */
    @FunctionalInterface
    interface Until {
        /** @param isEmpty whether no message waits just now */
        boolean isReached(boolean isEmpty);
    }

    /** @param until asked after each load, and often while none comes */
    Intake(Until until) {
        this.until = until;
    }

    /** Hands a message over; its {@link Waiting#kept()} tells the rest. */
    void put(Waiting message) {
        queue.add(message);
        if (failing) {
            empty();
        }
    }

    boolean hasMessage() {
        return !queue.isEmpty();
    }

    @Override
    public void read(Optional<Position> after, Sink sink) throws InterruptedException {
        long number = after.map(Position::offset).orElse(0L);
        Flight mine = new Flight(number);
        flight = mine;
        while (!until.isReached(queue.isEmpty())) {
            Waiting first = queue.poll(NAP_MILLIS, TimeUnit.MILLISECONDS);
            if (first != null) {
                number = load(first, number, mine, sink);
            }
        }
    }

    /** Takes what comes until the load before is committed, and a moment longer. */
    private long load(Waiting first, long before, Flight mine, Sink sink) throws InterruptedException {
        long number = before;
        @Nullable Waiting next = first;
        boolean isCommitting = true;
        while (next != null || isCommitting) {
            if (next != null) {
                give(next, ++number, mine, sink);
            }
            if (number - before >= MOST) {
                break;
            }
            isCommitting = !mine.isCommitted(before);
            next = queue.poll(GATHER_MILLIS, TimeUnit.MILLISECONDS);
        }
        sink.pause();
        return number;
    }

    private static void give(Waiting message, long number, Flight mine, Sink sink) throws InterruptedException {
        if (!mine.add(number, message)) {
            message.giveUp();
            throw new InterruptedException("this reading was given up");
        }
        sink.accept(new RawItem(
                message.digest().hex(),
                "",
                List.of(),
                Receipt.byServer(message.received()),
                message.bytes(),
                new Position(PATH, number)));
    }

    @Override
    public void committed(Position through) {
        flight.commit(through.offset());
    }

    /** From now on nothing can be kept: all that wait are told to try again later, and those that come. */
    void fail() {
        failing = true;
        flight.giveUp();
        empty();
    }

    private void empty() {
        for (Waiting next = queue.poll(); next != null; next = queue.poll()) {
            next.giveUp();
        }
    }

    /** Keeps again what comes. */
    void recover() {
        failing = false;
    }
}
