package org.muniment.archive.disposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muniment.archive.disposition.RecordsOffice.ORTIZ;
import static org.muniment.archive.disposition.RecordsOffice.on;

import java.time.LocalDate;
import java.util.Set;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.ledger.CustodyEvent;

/** Everything is released, approved and waited for: then what is due must be gone, and nothing else. */
final class GoodEnd {
    private final World world;
    private final MailDeeds mail;

    GoodEnd(World world, MailDeeds mail) {
        this.world = world;
        this.mail = mail;
    }

    /** Everything is released, approved and waited for: then what is due must be gone, and nothing else. */
    void endWell() {
        while (world.model.holds.values().stream().anyMatch(hold -> hold.ends == null)) {
            mail.askRelease();
            mail.release();
        }
        world.model.day = world.model.day.plusDays(40);
        world.model.mails.forEach((item, mail) -> {
            if (mail.damaged) {
                world.store.flip(world.digest(item), 40);
                mail.damaged = false;
            }
        });
        world.office.classifyAgain(world.model.day);
        for (Plan plan : world.office.disposal.plans().open()) {
            finish(plan);
        }
        Plan plan = proposeAll();
        while (plan.items() > 0) {
            finish(plan);
            plan = proposeAll();
        }
        check();
    }

    Plan proposeAll() {
        Plan plan = world.office
                .disposal
                .planner()
                .propose(new PlanRequest(world.model.day, Set.of(), false, ORTIZ, on(world.model.day)))
                .plan();
        world.learnPlans();
        return plan;
    }

    void finish(Plan plan) {
        Model.Listed listed = world.model.listed(plan.id());
        if (plan.approval().isEmpty()) {
            world.office.approve(plan.id(), world.model.day);
            listed.approved = true;
        }
        if (listed.graceEnds == null) {
            listed.graceEnds = world.office.disposal.destruction().condemn(plan.id(), on(world.model.day));
        }
        LocalDate end = listed.graceEnds;
        if (world.model.day.isBefore(end)) {
            world.model.day = end;
        }
        while (world.office.disposal.plans().counts(plan.id()).open() > 0) {
            world.settled(plan.id(), world.office.destroyAll(plan.id(), world.model.day));
        }
    }

    String left(ItemId item, Model.Mail mail) {
        return item + " (" + mail.series() + ", received " + mail.received + ") is left for ever on " + world.model.day
                + "; classified " + world.office.retention.classifications().find(item) + "; anew "
                + world.office.retention.evaluations().current(world.model.day).classify(world.office.document(item))
                + "; on plans "
                + world.office.disposal.dispositions().of(item);
    }

    void check() {
        assertThat(world.limbo).as("world.deleted, but still in the catalogue").isEmpty();
        world.model.mails.forEach((item, mail) -> {
            assertThat(world.office.isThere(item)).as("%s is registered", item).isTrue();
            assertThat(world.store.contains(world.digest(item)))
                    .as("%s has its object", item)
                    .isTrue();
            assertThat(world.model.destroyable(mail)).as(() -> left(item, mail)).isFalse();
        });
        assertThat(world.office.items.all().count()).isEqualTo(world.model.mails.size());
        assertThat(world.office.objects.list().count()).isEqualTo(world.model.mails.size());
        long destroyed = world.office.events(CustodyEvent.Destroyed.class).size();
        assertThat(world.office.items.destroyedAfter(0, 1_000_000)).hasSize((int) destroyed);
    }
}
