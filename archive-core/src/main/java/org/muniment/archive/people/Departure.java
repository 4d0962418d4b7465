package org.muniment.archive.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.muniment.archive.hold.HoldId;
import org.muniment.archive.ledger.Officer;

/**
 * Somebody leaves: the hold on the person's mail, and the checklist that ends in its release.
 *
 * @param id its name
 * @param person who leaves
 * @param separated the last day
 * @param holds that keep the mail; more than one when addresses became known later
 * @param openedBy who recorded it
 * @param opened when
 * @param done the steps taken, in their order
 */
public record Departure(
        DepartureId id,
        PersonId person,
        LocalDate separated,
        List<HoldId> holds,
        Officer openedBy,
        Instant opened,
        List<Done> done) {
    /**
     * A step that was taken.
     *
     * @param words what was found or decided
     */
    public record Done(DepartureStep step, Officer by, Instant at, String words) {}

    public Departure {
        holds = List.copyOf(holds);
        done = List.copyOf(done);
    }

    /** The step to be taken next; empty when the checklist is done and the hold may be released. */
    public Optional<DepartureStep> next() {
        return Stream.of(DepartureStep.values()).skip(done.size()).findFirst();
    }

    /** Who took a step; empty when it was not taken. */
    public Optional<Officer> tookBy(DepartureStep step) {
        return done.stream().filter(one -> one.step() == step).map(Done::by).findFirst();
    }
}
