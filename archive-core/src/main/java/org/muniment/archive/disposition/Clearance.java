package org.muniment.archive.disposition;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.muniment.archive.item.Run;

/** Asks the breaker before the first item of a run is touched; what it let go, or an officer, may go on for a day. */
final class Clearance {
    private static final Duration LASTS = Duration.ofDays(1);

    private final Premises premises;
    private final Plans plans;
    private final Trips trips;

    Clearance(Premises premises, Plans plans, Trips trips) {
        this.premises = premises;
        this.plans = plans;
        this.trips = trips;
    }

    /** Why the plan must not be carried out now; empty when it may. */
    Optional<Trip> check(Plan plan, Instant at) {
        if (new PlanRows(premises.reading()).clearedAt(plan.id(), at)) {
            return Optional.empty();
        }
        Optional<Trip> trip = new Breaker().check(volume(plan, at));
        Boolean cleared = premises.transactions().execute(status -> {
            plans.refuseUnlessFrozen(plan);
            if (trip.isPresent() && !trips.useOverride(plan.id().value(), at)) {
                trips.record(trip.get(), at);
                return false;
            }
            new PlanRows(premises.writing()).clear(plan.id(), at.plus(LASTS));
            return true;
        });
        return Boolean.TRUE.equals(cleared) ? Optional.empty() : trip;
    }

    /** Counts what other plans that are being carried out will remove too. */
    private Volume volume(Plan plan, Instant at) {
        LocalDate day = premises.day(at);
        Map<String, Long> today = trips.removedOn(Trips.Clock.ARCHIVE, day);
        String open = " from plan_line l join plan p on p.number = l.plan where l.state in ('OPEN', 'DESTROYING')"
                + " and (p.number = ? or p.stage = 'CONDEMNED' and p.cleared > ?)";
        long items = count("select count(*)" + open, plan.id().number(), at.toEpochMilli());
        Map<String, Long> removing = counts(
                "select custodian, count(distinct item) from collection where item in (select l.item" + open
                        + ") group by custodian",
                plan.id().number(),
                at.toEpochMilli());
        Map<String, Long> held = counts("select custodian, count(distinct item) from collection group by custodian");
        List<Volume.Share> shares = new ArrayList<>();
        removing.forEach((custodian, more) -> {
            long gone = today.getOrDefault(custodian, 0L);
            shares.add(new Volume.Share(custodian, more + gone, held.getOrDefault(custodian, more) + gone));
        });
        return new Volume(
                plan.id().value(),
                items + today.getOrDefault("", 0L),
                shares,
                trips.history(Trips.Clock.ARCHIVE, day),
                premises.runs().unreconciled().stream()
                        .map(Run::source)
                        .distinct()
                        .toList());
    }

    private long count(String query, Object... values) {
        Long found = premises.reading().queryForObject(query, Long.class, values);
        return found == null ? 0 : found;
    }

    private Map<String, Long> counts(String query, Object... values) {
        Map<String, Long> counts = new TreeMap<>();
        premises.reading()
                .query(
                        query,
                        row -> {
                            counts.put(row.getString(1), row.getLong(2));
                        },
                        values);
        return counts;
    }
}
