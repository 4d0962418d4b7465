package org.muniment.archive.people;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.hold.HoldId;
import org.muniment.archive.hold.HoldKind;
import org.muniment.archive.hold.HoldScope;
import org.muniment.archive.hold.Holds;
import org.muniment.archive.hold.LegalHold;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.ledger.Ledger;
import org.muniment.archive.ledger.Officer;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The register of departures. A departure is opened with its hold, in one transaction; the hold is released by the two
 * persons of every hold, and not before the checklist is done. Changes run in the caller's transaction. Safe for many
 * threads and processes.
 */
public final class Departures {
    private static final int LONGEST = 2000;
    private static final int LONGEST_NAME = 120;

    private final JdbcTemplate writer;
    private final JdbcTemplate reader;
    private final Ledger ledger;
    private final Holds holds;

    /**
     * @param writer where changes are made, in the caller's transaction
     * @param reader where committed state is read
     * @param ledger where every change is noted, in the same transaction
     * @param holds where the mail is held
     */
    public Departures(DataSource writer, DataSource reader, Ledger ledger, Holds holds) {
        this.writer = new JdbcTemplate(writer);
        this.reader = new JdbcTemplate(reader);
        this.ledger = ledger;
        this.holds = holds;
    }

    /** All departures ever opened, oldest first, as they stand. */
    public List<Departure> all() {
        return new DepartureRows(reader).all();
    }

    /** Finds a departure as it stands. */
    public Optional<Departure> find(DepartureId departure) {
        return new DepartureRows(reader).find(departure);
    }

    /**
     * Sees to it that the mail of somebody who leaves is held: opens a departure, or adds a hold for addresses that an open
     * one does not cover. After the holds' epoch and the directory are locked.
     *
     * @return the departure when something was done
     */
    Optional<Departure> cover(Person person, Officer by, Instant at) {
        LocalDate separated = person.separated();
        if (separated == null) {
            return Optional.empty();
        }
        List<Departure> ofPerson = new DepartureRows(writer)
                .all().stream().filter(one -> one.person().equals(person.id())).toList();
        Optional<Departure> open = ofPerson.stream().filter(this::isHeld).findFirst();
        if (open.isPresent()) {
            return widen(open.orElseThrow(), person, by, at);
        }
        boolean isOver = ofPerson.stream().anyMatch(one -> one.separated().equals(separated));
        return isOver ? Optional.empty() : Optional.of(open(person, separated, by, at));
    }

    private boolean isHeld(Departure departure) {
        return departure.holds().stream()
                .flatMap(hold -> holds.find(hold).stream())
                .anyMatch(hold -> !(hold.state() instanceof LegalHold.State.CoolingOff));
    }

    private Departure open(Person person, LocalDate separated, Officer by, Instant at) {
        DepartureRows rows = new DepartureRows(writer);
        DepartureId id = DepartureId.of(new PersonRows(writer).next("departures"));
        rows.add(id, person, separated, by, at.truncatedTo(ChronoUnit.MILLIS));
        HoldId hold = hold(title(id, person), person.custodians(), by, at);
        rows.hold(id, hold);
        ledger.append(List.of(new CustodyEvent.DepartureOpened(
                at, id.value(), person.id().value(), separated.toString(), hold.value(), by.name())));
        return rows.find(id).orElseThrow();
    }

    private static String title(DepartureId id, Person person) {
        String name = person.name();
        return "Departure " + id + ", " + name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }

    private HoldId hold(String title, Set<Custodian> custodians, Officer by, Instant at) {
        String matter = holds.open(title, by, at).id();
        return holds.place(matter, HoldKind.DEPARTED_EMPLOYEE, new HoldScope(custodians, null, null, null), by, at)
                .id();
    }

    private Optional<Departure> widen(Departure departure, Person person, Officer by, Instant at) {
        Set<Custodian> uncovered = new HashSet<>(person.custodians());
        departure.holds().stream()
                .flatMap(hold -> holds.find(hold).stream())
                .forEach(hold -> uncovered.removeAll(hold.scope().custodians()));
        if (uncovered.isEmpty()) {
            return Optional.empty();
        }
        DepartureRows rows = new DepartureRows(writer);
        String title = title(departure.id(), person) + ", addresses "
                + (departure.holds().size() + 1);
        HoldId hold = hold(title, uncovered, by, at);
        rows.hold(departure.id(), hold);
        ledger.append(List.of(new CustodyEvent.DepartureOpened(
                at,
                departure.id().value(),
                person.id().value(),
                departure.separated().toString(),
                hold.value(),
                by.name())));
        return rows.find(departure.id());
    }

    /**
     * Takes the next step of the checklist.
     *
     * @param words what was found or decided, 1 to 2,000 characters
     * @return the departure as it stands now
     * @throws PeopleRefused when there is no such departure, it is another step's turn, or the second approval is the first
     *     person's
     */
    public Departure take(DepartureId id, DepartureStep step, String words, Officer by, Instant at) {
        new PersonRows(writer).lock();
        DepartureRows rows = new DepartureRows(writer);
        Departure departure = rows.find(id).orElseThrow(() -> unknown(id));
        refuse(departure, step, by);
        String said = words.strip().replaceAll("\\s+", " ");
        if (said.isEmpty() || said.length() > LONGEST) {
            throw new PeopleRefused("Say in 1 to " + LONGEST + " characters what was found or decided");
        }
        Instant when = at.truncatedTo(ChronoUnit.MILLIS);
        rows.step(id, new Departure.Done(step, by, when, said));
        ledger.append(List.of(new CustodyEvent.DepartureStepTaken(at, id.value(), step.name(), by.name())));
        return rows.find(id).orElseThrow();
    }

    private static PeopleRefused unknown(DepartureId id) {
        return new PeopleRefused("There is no departure " + id + ". To see them all: muniment departed list --all");
    }

    private static void refuse(Departure departure, DepartureStep step, Officer by) {
        @Nullable DepartureStep next = departure.next().orElse(null);
        if (next == null) {
            throw new PeopleRefused("Every step of " + departure.id() + " was taken. Its hold can be released");
        }
        if (next != step) {
            throw new PeopleRefused("The next step of " + departure.id() + " is the " + next.words() + ", not the "
                    + step.words() + ". Steps are taken in their order, each once");
        }
        boolean isSame = step == DepartureStep.SECOND_APPROVAL
                && departure
                        .tookBy(DepartureStep.FIRST_APPROVAL)
                        .filter(by::isSamePersonAs)
                        .isPresent();
        if (isSame) {
            throw new PeopleRefused(by + " gave the first approval, so another person must give the second");
        }
    }

    /**
     * Refuses to let go of a leaver's mail too early.
     *
     * @throws PeopleRefused when the hold is a departure's whose checklist is not done
     */
    public void refuseEarlyRelease(HoldId hold) {
        List<Departure> waiting = new ArrayList<>(all());
        waiting.removeIf(one -> !one.holds().contains(hold) || one.next().isEmpty());
        waiting.stream().findFirst().ifPresent(departure -> {
            throw new PeopleRefused("The hold " + hold + " is released when the checklist of " + departure.id()
                    + " is done; next is the " + departure.next().orElseThrow().words() + ": muniment departed show "
                    + departure.id());
        });
    }
}
