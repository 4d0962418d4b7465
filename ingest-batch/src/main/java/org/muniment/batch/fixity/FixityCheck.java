package org.muniment.batch.fixity;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.random.RandomGenerator;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.muniment.archive.Archive;
import org.muniment.archive.disposition.Dispositions;
import org.muniment.archive.hold.HoldCheck;
import org.muniment.archive.index.IndexUnavailable;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.Registers;
import org.muniment.archive.item.RunRegisters;
import org.muniment.archive.ledger.Agreement;
import org.muniment.archive.ledger.Checkpoint;
import org.muniment.archive.ledger.Entry;
import org.muniment.archive.ledger.Finding;
import org.muniment.archive.ledger.LedgerCheck;
import org.muniment.archive.ledger.Sample;
import org.muniment.archive.production.ProductionCheck;
import org.muniment.archive.request.RequestCheck;
import org.muniment.archive.request.ResponsePeriods;
import org.muniment.archive.request.letter.LetterCheck;
import org.muniment.archive.review.ReviewCheck;
import org.muniment.batch.mailbox.RemovalRegister;

/**
 * Checks an archive against itself: every object hashes to its key, every row is as the ledger says it was, whatever the
 * ledger noted is still registered, the ledger adds up to what was signed, the index has exactly the catalogue's items.
 * Changes nothing, and runs while the archive is in use. Damage is never an exception: each part that trips over it says
 * so as a fault, and the others go on. Memory does not grow with the archive. Used once.
 */
public final class FixityCheck {
    private static final int PORTION = 500;

    private final Archive archive;
    private final LongConsumer progress;
    private final Faults faults = new Faults();
    private final Registers registers;
    private final LedgerCheck ledger;

    /**
     * @param archive to be checked
     * @param progress is told now and then how many items were checked
     */
    public FixityCheck(Archive archive, LongConsumer progress) {
        this.archive = archive;
        this.progress = progress;
        this.registers = new Registers(archive.catalogue().reader());
        this.ledger =
                new LedgerCheck(archive.catalogue().reader(), archive.ledger().publicKey());
    }

    /**
     * Runs the check.
     *
     * @param sample how many items, and how many ledger entries, to look at, picked at random; everything when empty
     * @param elsewhere checkpoints that were kept out of reach of whoever could change the archive
     */
    public Verification run(OptionalInt sample, List<Checkpoint> elsewhere) {
        long start = System.nanoTime();
        Tallies tallies = new Tallies();
        faults.guard("archive.properties", this::settings);
        faults.guard("holds", this::holds);
        faults.guard("productions", this::productions);
        faults.guard("requests", this::requests);
        if (sample.isEmpty()) {
            everything(tallies);
        } else {
            faults.guard("items", () -> someItems(tallies, sample.getAsInt()));
        }
        faults.guard("ledger", () -> ledger(tallies, sample, elsewhere));
        return new Verification(
                tallies.items.get(),
                tallies.bytes.get(),
                tallies.entries.get(),
                tallies.checkpoints.get(),
                tallies.unregistered.get(),
                tallies.destroyed.get(),
                tallies.behind.get(),
                faults.all(),
                (System.nanoTime() - start) / 1e9);
    }

    /** What was looked at, also by a part that did not come to its end. */
    private static final class Tallies {
        private final AtomicLong items = new AtomicLong();
        private final AtomicLong bytes = new AtomicLong();
        private final AtomicLong entries = new AtomicLong();
        private final AtomicLong checkpoints = new AtomicLong();
        private final AtomicLong unregistered = new AtomicLong();
        private final AtomicLong destroyed = new AtomicLong();
        private final AtomicLong behind = new AtomicLong();
    }

    private void everything(Tallies tallies) {
        new CatalogueCheck(archive.catalogue().reader(), faults).run();
        faults.guard("items", () -> everyItem(tallies));
        TombstoneCheck tombstones = new TombstoneCheck(registers, archive.ledger(), archive.objects(), faults);
        faults.guard("objects", () -> unregistered(tallies, tombstones));
        faults.guard("custody", this::custody);
        faults.guard("catalogue tombstone", () -> tallies.destroyed.set(tombstones.run()));
        index(tallies);
        faults.guard("objects", tombstones::settle);
    }

    private void settings() {
        String origin = archive.settings().origin();
        String name = archive.ledger().publicKey().name();
        if (!origin.equals(name)) {
            faults.add("archive.properties", "names the ledger '" + origin + "', its key names it '" + name + "'");
        }
    }

    private void holds() {
        new HoldCheck(archive.catalogue().reader(), archive.ledger()).run().forEach(found -> add("hold", found));
    }

    private void add(String kind, Agreement.Finding found) {
        faults.add(kind + " " + found.name(), found.what() + "; " + Remedy.BACKUP);
    }

    private void productions() {
        ProductionCheck check = new ProductionCheck(archive.catalogue().reader(), archive.ledger());
        check.run().forEach(found -> add("production", found));
        check.numbers().forEach(found -> add("numbers", found));
    }

    private void requests() {
        new RequestCheck(
                        archive.catalogue().reader(),
                        archive.ledger(),
                        ResponsePeriods.of(archive.settings().folder()),
                        archive.requestSteps())
                .run()
                .forEach(found -> add("request", found));
        new LetterCheck(archive.catalogue().reader(), archive.ledger(), archive.letters())
                .run()
                .forEach(found -> add("request", found));
    }

    private void everyItem(Tallies tallies) {
        try (Stream<String> ids = registers.ids()) {
            ids.gather(Gatherers.windowFixed(PORTION)).forEach(portion -> items(tallies, portion));
        }
    }

    private void someItems(Tallies tallies, int count) {
        RandomItems random = new RandomItems(registers, RandomGenerator.of("SecureRandom"));
        random.pick(count).stream().gather(Gatherers.windowFixed(PORTION)).forEach(portion -> items(tallies, portion));
    }

    private void items(Tallies tallies, List<String> ids) {
        RegisterCheck check = new RegisterCheck(
                registers,
                archive.ledger(),
                archive.objects(),
                new Dispositions(archive.catalogue().reader()),
                faults);
        check.check(ids);
        tallies.bytes.addAndGet(check.bytes());
        progress.accept(tallies.items.addAndGet(check.items()));
    }

    private void unregistered(Tallies tallies, TombstoneCheck tombstones) {
        List<ItemId> found = new ArrayList<>();
        try (Stream<ItemId> objects = archive.objects().list().map(ItemId::of);
                Stream<ItemId> items = IndexCheck.registered(registers)) {
            Parting.of(
                    objects.iterator(),
                    items.iterator(),
                    unregistered -> {
                        found.add(unregistered);
                        if (found.size() == PORTION) {
                            tallies.unregistered.addAndGet(sort(found, tombstones));
                            found.clear();
                        }
                    },
                    withoutObject -> {});
        }
        tallies.unregistered.addAndGet(sort(found, tombstones));
    }

    /** Parts of containers are no items, and are checked by themselves. */
    private long sort(List<ItemId> found, TombstoneCheck tombstones) {
        Set<ItemId> parts = archive.containers().keptAs(found);
        return tombstones.sort(found.stream()
                .filter(one -> !parts.contains(one))
                .map(ItemId::value)
                .toList());
    }

    private void custody() {
        RunCheck runs = new RunCheck(new RunRegisters(archive.catalogue().reader()), faults);
        RemovalCheck removals =
                new RemovalCheck(new RemovalRegister(archive.catalogue().reader()), faults);
        ReviewCheck reviews = new ReviewCheck(archive.catalogue().reader(), archive.ledger());
        reviews.registered().forEach(found -> add("item", found));
        ContainerCheck containers = new ContainerCheck(archive.containers(), archive.objects(), faults);
        try (Stream<Entry> entries = ledger.readable()) {
            new CustodyCheck(registers, runs, removals, containers, reviews, faults).run(entries);
        }
        archive.access()
                .looks()
                .faults()
                .forEach(words -> faults.add("looks at others' mail", words + "; " + Remedy.BACKUP));
    }

    private void index(Tallies tallies) {
        try {
            tallies.behind.set(new IndexCheck(registers, archive.index(), faults).run());
        } catch (IndexUnavailable e) {
            faults.add("index", e.getMessage() + "; " + Remedy.REINDEX);
        } catch (RuntimeException e) {
            faults.add("index", "can't be checked to the end: " + Faults.reason(e) + "; " + Remedy.REINDEX);
        }
    }

    private void ledger(Tallies tallies, OptionalInt sample, List<Checkpoint> elsewhere) {
        Sample entries = sample.isEmpty()
                ? new Sample.Everything()
                : new Sample.Some(sample.getAsInt(), RandomGenerator.of("SecureRandom"));
        LedgerCheck.Result result = ledger.check(entries, elsewhere, checked -> {});
        tallies.entries.set(result.entries());
        tallies.checkpoints.set(result.checkpoints());
        for (Finding finding : result.findings()) {
            faults.add("ledger " + finding.where(), finding.what());
        }
    }
}
