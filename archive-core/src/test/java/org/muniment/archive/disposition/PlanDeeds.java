package org.muniment.archive.disposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muniment.archive.disposition.RecordsOffice.CHO;
import static org.muniment.archive.disposition.RecordsOffice.LEE;
import static org.muniment.archive.disposition.RecordsOffice.ORTIZ;
import static org.muniment.archive.disposition.RecordsOffice.on;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.schedule.SeriesId;

/** What happens to plans, at random. */
final class PlanDeeds {
    private final World world;

    PlanDeeds(World world) {
        this.world = world;
    }

    void propose() {
        world.mayCrash(4);
        boolean unattended = world.chance(40);
        Set<SeriesId> series = world.chance(70) ? Set.of() : Set.of(new SeriesId(world.any(Model.SERIES.values())));
        LocalDate asOf = world.chance(80) ? world.model.day : world.model.day.plusDays(world.random.nextInt(60));
        world.office.disposal.planner().propose(new PlanRequest(asOf, series, unattended, ORTIZ, on(world.model.day)));
        world.learnPlans();
    }

    /** Mostly one that waits for the deed, sometimes any: then the deed is refused. */
    PlanId plan(Class<? extends Plan.Stage> stage) {
        List<Plan> open = world.office.disposal.plans().open();
        List<Plan> waiting =
                open.stream().filter(plan -> stage.isInstance(plan.stage())).toList();
        List<Plan> from = waiting.isEmpty() || world.chance(10) ? open : waiting;
        if (from.isEmpty()) {
            throw new DispositionRefused("There is none.");
        }
        return world.any(from).id();
    }

    void approve() {
        PlanId plan = plan(Plan.Stage.Proposed.class);
        Plan found = world.office.disposal.plans().find(plan).orElseThrow();
        if (found.request().unattended() && !world.model.authorities.isEmpty()) {
            String id = world.any(world.model.authorities.keySet());
            StandingAuthority authority =
                    world.office.disposal.authorities().find(id).orElseThrow();
            world.office.change(() -> world.office.disposal.plans().approveUnder(plan, authority, on(world.model.day)));
            assertThat(world.model.holds(id)).as("authority %s holds", id).isTrue();
            world.model.listed(plan).authority = id;
        } else {
            Officer second = world.chance(20) ? ORTIZ : LEE;
            world.office.change(() ->
                    world.office.disposal.plans().approve(plan, second, RecordsOffice.ACTION, on(world.model.day)));
            assertThat(second).as("who approves is not who proposed").isEqualTo(LEE);
        }
        world.model.listed(plan).approved = true;
    }

    void condemn() {
        PlanId plan = plan(Plan.Stage.Approved.class);
        world.mayCrash(2);
        world.model.listed(plan).graceEnds = world.office.disposal.destruction().condemn(plan, on(world.model.day));
    }

    void destroy() {
        PlanId plan = plan(Plan.Stage.Condemned.class);
        world.mayCrash(25);
        Step step = world.office.disposal.destruction().destroy(plan, 1 + world.random.nextInt(6), on(world.model.day));
        switch (step) {
            case Batch batch -> world.settled(plan, batch);
            case Step.Stopped stopped -> {
                world.fuse.putOut();
                world.office.change(() ->
                        world.office.disposal.trips().override(plan.value(), LEE, "looked at", on(world.model.day)));
            }
        }
    }

    void restore() {
        PlanId plan = plan(Plan.Stage.Condemned.class);
        Model.Listed listed = world.model.listed(plan);
        List<ItemId> items = List.of(world.any(listed.series.keySet()));
        world.mayCrash(2);
        List<ItemId> lost =
                world.office.disposal.destruction().restore(plan, items, CHO, "asked for", on(world.model.day));
        items.stream().filter(item -> !lost.contains(item)).forEach(listed.off::add);
        lost.stream()
                .filter(item -> !listed.off.contains(item))
                .forEach(item ->
                        assertThat(world.store.contains(world.digest(item))).isFalse());
    }

    void withdraw() {
        PlanId plan = plan(Plan.Stage.Proposed.class);
        ItemId item = world.any(world.model.listed(plan).series.keySet());
        world.office.change(
                () -> world.office.disposal.plans().withdraw(plan, item, CHO, "still needed", on(world.model.day)));
        world.model.listed(plan).off.add(item);
    }

    void signOrRevoke() {
        if (world.model.authorities.isEmpty() || world.chance(60)) {
            StandingAuthority signed = world.office.inTransaction(() -> world.office
                    .disposal
                    .authorities()
                    .sign(Set.of(new SeriesId("T01"), new SeriesId("R58")), LEE, CHO, on(world.model.day)));
            world.model.authorities.put(signed.id(), world.model.day);
        } else {
            String id = world.any(world.model.authorities.keySet());
            world.office.change(() -> world.office.disposal.authorities().revoke(id, LEE, on(world.model.day)));
            world.model.authorities.remove(id);
        }
    }
}
