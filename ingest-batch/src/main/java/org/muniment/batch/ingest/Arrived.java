package org.muniment.batch.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.muniment.archive.item.Arrival;
import org.muniment.archive.item.Recorded;
import org.muniment.archive.item.Rejection;
import org.muniment.archive.item.Tally;
import org.muniment.archive.item.Unreadable;

/**
 * What a load brings to the register. A message may be collected for several custodians: it arrives once for each, and is
 * counted once.
 *
 * @param messages the message of each arrival
 * @param arrivals side by side with {@code messages}, those of one message next to one another
 * @param rejections what could not be taken in
 */
record Arrived(List<Prepared.Ready> messages, List<Arrival> arrivals, List<Rejection> rejections) {
    static Arrived of(Load load, IngestRequest request, Instant now, String run) {
        List<Prepared.Ready> messages = new ArrayList<>();
        List<Arrival> arrivals = new ArrayList<>();
        List<Rejection> rejections = new ArrayList<>();
        for (Prepared entry : load.entries()) {
            switch (entry) {
                case Prepared.Ready ready ->
                    request.collections(ready.raw(), ready.reading(), now, run).forEach(collection -> {
                        messages.add(ready);
                        arrivals.add(new Arrival(ready.reading(), collection));
                    });
                case Prepared.Refused refused ->
                    rejections.add(new Rejection(
                            refused.rejected().place(), refused.rejected().reason()));
                case Prepared.Contained contained -> {}
            }
        }
        return new Arrived(messages, arrivals, rejections);
    }

    /** With what arrived after it. */
    Arrived and(Arrived next) {
        return new Arrived(
                joined(messages, next.messages), joined(arrivals, next.arrivals), joined(rejections, next.rejections));
    }

    private static <T> List<T> joined(List<T> first, List<T> next) {
        return Stream.concat(first.stream(), next.stream()).toList();
    }

    Tally tally(Recorded recorded) {
        Tally sum = new Tally(rejections.size(), 0, 0, 0, rejections.size(), 0);
        for (int i = 0; i < arrivals.size(); i++) {
            // A new item is stored with the first of its collections, so that outcome is the message's.
            if (i == 0 || messages.get(i) != messages.get(i - 1)) {
                sum = sum.plus(one(arrivals.get(i), recorded.outcomes().get(i)));
            }
        }
        return sum;
    }

    private static Tally one(Arrival arrival, Recorded.Outcome outcome) {
        long size = arrival.reading().item().size();
        return switch (outcome) {
            case COLLECTED_AGAIN, KNOWN -> new Tally(1, 0, 1, 0, 0, size);
            case STORED ->
                arrival.reading() instanceof Unreadable
                        ? new Tally(1, 0, 0, 1, 0, size)
                        : new Tally(1, 1, 0, 0, 0, size);
        };
    }
}
