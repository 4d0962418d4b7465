package org.muniment.archive.disposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muniment.archive.disposition.RecordsOffice.START;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.muniment.archive.Catalogue;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.ledger.LedgerKey;
import org.muniment.archive.store.Digest;
import org.muniment.archive.store.InMemoryObjectStore;

/** A small archive, the model beside it, and the dice. */
final class World {
    final Random random;
    final Model model = new Model(START, 90);
    final InMemoryObjectStore store = new InMemoryObjectStore();
    final Fuse fuse = new Fuse();
    /** Deleted, but not yet off the catalogue: the process died in between. */
    final Map<ItemId, Model.Mail> limbo = new HashMap<>();

    final Map<ItemId, byte[]> bytes = new HashMap<>();
    final Map<ItemId, Model.Mail> known = new HashMap<>();
    RecordsOffice office;
    int deleted;
    private final Catalogue catalogue;
    private final Path folder;
    private final LedgerKey key;

    World(Catalogue catalogue, Path folder, Random random) {
        this.catalogue = catalogue;
        this.folder = folder;
        this.key = RecordsOffice.key(folder);
        this.random = random;
        this.office = reopened();
        office.adopt(SmallSchedule.yaml(model.lunchDays));
    }

    RecordsOffice reopened() {
        return new RecordsOffice(
                catalogue,
                new WatchedObjects(store, fuse, this::deleting),
                folder,
                fuse.around(catalogue.transactions()),
                key);
    }

    void deleting(Digest object) {
        ItemId item = ItemId.of(object);
        model.wrong(item).ifPresent(why -> {
            throw new AssertionError("Wrongful destruction: " + why);
        });
        limbo.put(item, model.mails.remove(item));
        deleted++;
    }

    <T> T any(Collection<T> of) {
        List<T> all = new ArrayList<>(of);
        return all.get(random.nextInt(all.size()));
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    void mayCrash(int moments) {
        if (chance(35)) {
            fuse.light(random.nextInt(moments));
        }
    }

    /** Lists are what they were when they were first seen: nothing may be added to them. */
    void learnPlans() {
        for (Plan plan : office.disposal.plans().open()) {
            model.plans.computeIfAbsent(plan.id(), id -> {
                Model.Listed listed = new Model.Listed();
                office.disposal
                        .plans()
                        .lines(id, 0, 1000)
                        .forEach(line ->
                                listed.series.put(line.item(), line.series().value()));
                return listed;
            });
        }
    }

    void settled(PlanId plan, Batch batch) {
        Model.Listed listed = model.listed(plan);
        batch.withdrawn().forEach(one -> listed.off.add(one.item()));
        for (ItemId item : batch.destroyed()) {
            assertThat(limbo.remove(item))
                    .as("what is destroyed was deleted: %s", item)
                    .isNotNull();
            listed.off.add(item);
        }
    }

    Digest digest(ItemId item) {
        return Digest.of(Objects.requireNonNull(bytes.get(item)));
    }

    /** What was committed before the process died counts; the model learns it from the catalogue. */
    void afterCrash() {
        learnPlans();
        for (Map.Entry<PlanId, Model.Listed> one : model.plans.entrySet()) {
            if (one.getValue().off.containsAll(one.getValue().series.keySet())) {
                continue;
            }
            Plan plan = office.disposal.plans().find(one.getKey()).orElseThrow();
            if (plan.stage() instanceof Plan.Stage.Condemned condemned && one.getValue().graceEnds == null) {
                assertThat(condemned.graceEnds()).isEqualTo(model.day.plusDays(30));
                one.getValue().graceEnds = condemned.graceEnds();
            }
            office.disposal.plans().lines(one.getKey(), 0, 1000).stream()
                    .filter(line -> line.disposition() instanceof Disposition.Withdrawn
                            || line.disposition() instanceof Disposition.Destroyed)
                    .forEach(line -> one.getValue().off.add(line.item()));
        }
        limbo.keySet().removeIf(item -> !office.isThere(item));
    }

    /** The process died: everything is opened again, and the model learns what was committed before. */
    void restart() {
        office = reopened();
        afterCrash();
    }
}
