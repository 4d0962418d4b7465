package org.muniment.api.web.departed;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.hold.LegalHold;
import org.muniment.archive.hold.LegalHold.State;
import org.muniment.archive.people.Departure;
import org.muniment.archive.people.DepartureStep;
import org.muniment.archive.people.Person;

/**
 * A departure as pages show it.
 *
 * @param address the person's mailbox
 * @param steps the whole checklist, in its order
 * @param next the step to be taken next, in words; what is left when all were taken
 * @param isOpen whether something is still to be done
 */
record DepartureView(
        String id,
        String name,
        String address,
        LocalDate separated,
        Instant opened,
        String openedBy,
        List<Step> steps,
        List<Held> holds,
        String next,
        boolean isOpen) {
    /**
     * A step of the checklist.
     *
     * @param by who took it; null while nobody did
     * @param isNext whether it is this one's turn
     */
    record Step(
            String name,
            String words,
            String meaning,
            @Nullable String by,
            @Nullable Instant at,
            @Nullable String said,
            boolean isNext) {}

    /** A hold that keeps the mail. */
    record Held(String id, String state) {}

    static DepartureView of(Archive archive, Departure departure) {
        Person person = archive.people().find(departure.person().value()).orElse(null);
        List<LegalHold> holds = departure.holds().stream()
                .flatMap(hold -> archive.holds().find(hold).stream())
                .toList();
        boolean isHeld = holds.stream().anyMatch(hold -> !(hold.state() instanceof State.CoolingOff));
        return new DepartureView(
                departure.id().value(),
                person == null ? departure.person().value() : person.name(),
                person == null ? "" : person.custodian().address(),
                departure.separated(),
                departure.opened(),
                departure.openedBy().name(),
                steps(departure),
                holds.stream()
                        .map(hold -> new Held(hold.id().value(), state(hold)))
                        .toList(),
                next(departure, isHeld),
                departure.next().isPresent() || isHeld);
    }

    private static String state(LegalHold hold) {
        return switch (hold.state()) {
            case State.InForce inForce -> "in force";
            case State.ReleaseRequested requested -> "release asked for";
            case State.CoolingOff cooling -> "released";
        };
    }

    private static String next(Departure departure, boolean isHeld) {
        return departure.next().map(DepartureStep::words).orElse(isHeld ? "release of the hold" : "nothing");
    }

    private static List<Step> steps(Departure departure) {
        DepartureStep next = departure.next().orElse(null);
        List<Step> steps = new ArrayList<>();
        for (DepartureStep step : DepartureStep.values()) {
            Departure.Done done = departure.done().stream()
                    .filter(one -> one.step() == step)
                    .findFirst()
                    .orElse(null);
            steps.add(
                    done == null
                            ? new Step(step.name(), step.words(), meaning(step), null, null, null, step == next)
                            : new Step(
                                    step.name(),
                                    step.words(),
                                    meaning(step),
                                    done.by().name(),
                                    done.at(),
                                    done.words(),
                                    false));
        }
        return steps;
    }

    /** Pages have a button where commands name a command. */
    private static String meaning(DepartureStep step) {
        int colon = step.meaning().indexOf(": muniment ");
        return colon < 0 ? step.meaning() : step.meaning().substring(0, colon);
    }
}
