package org.muniment.archive.disposition.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.muniment.archive.disposition.Disposition;
import org.muniment.archive.disposition.PlanId;
import org.muniment.archive.disposition.PlanLine;
import org.muniment.archive.disposition.Plans;
import org.muniment.archive.item.Container;
import org.muniment.archive.item.Containers;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.Items;
import org.muniment.archive.store.ObjectStore;

/** Looks whether what a plan destroyed is really gone, so that a certificate says what is, not what was meant. */
public final class Leftovers {
    private static final int PAGE = 500;

    private final ObjectStore objects;
    private final Items items;
    private final Plans plans;
    private final Containers containers;

    public Leftovers(ObjectStore objects, Items items, Plans plans, Containers containers) {
        this.containers = containers;
        this.objects = objects;
        this.items = items;
        this.plans = plans;
    }

    /**
     * Asks catalogue and object store for each destroyed item of a plan.
     *
     * @param kept where objects are kept: {@code files}, or the address of a bucket
     */
    public Removal look(PlanId plan, String kept) {
        List<Removal.Left> left = new ArrayList<>();
        long last = 0;
        for (List<PlanLine> page = plans.lines(plan, last, PAGE);
                !page.isEmpty();
                page = plans.lines(plan, last, PAGE)) {
            look(page, left);
            last = page.getLast().number();
        }
        List<String> means = new ArrayList<>(Removal.complete(kept).means());
        for (Container one : containers.destroyedWith(plan.value())) {
            means.add(String.format(
                    Locale.ROOT,
                    "The file that items of this plan came out of was destroyed with them: %s, %,d bytes, SHA-256 %s.",
                    one.original().format(),
                    one.original().size(),
                    one.original().digest().hex()));
        }
        return new Removal(means, left);
    }

    private void look(List<PlanLine> page, List<Removal.Left> left) {
        List<PlanLine> destroyed = page.stream()
                .filter(line -> line.disposition() instanceof Disposition.Destroyed)
                .toList();
        Set<ItemId> again =
                items.registered(destroyed.stream().map(PlanLine::item).toList());
        for (PlanLine line : destroyed) {
            if (again.contains(line.item())) {
                left.add(new Removal.Left(
                        line.item(), "The same message was collected again after its destruction, as a new item."));
            } else if (objects.contains(line.object())) {
                left.add(new Removal.Left(
                        line.item(),
                        "Its object is in the object store again, put back from elsewhere; it is removed by: muniment"
                                + " purge execute --sweep"));
            }
        }
    }
}
