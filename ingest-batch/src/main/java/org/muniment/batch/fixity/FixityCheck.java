package org.muniment.batch.fixity;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.muniment.archive.Archive;
import org.muniment.archive.item.Register;
import org.muniment.archive.ledger.Checkpoint;
import org.muniment.archive.ledger.Finding;
import org.muniment.archive.ledger.LedgerCheck;
import org.muniment.archive.ledger.Sample;
import org.muniment.archive.store.Digest;

/**
 * Checks an archive against itself: every object hashes to its key, every row is as the ledger says it was, the ledger
 * adds up to what was signed, the index has exactly the catalogue's items. Changes nothing, and runs while the archive is
 * in use.
 */
public final class FixityCheck {
    private static final int PAGE = 500;

    private final Archive archive;
    private final LongConsumer progress;
    private final Faults faults = new Faults();

    /**
     * @param archive to be checked
     * @param progress is told now and then how many items were checked
     */
    public FixityCheck(Archive archive, LongConsumer progress) {
        this.archive = archive;
        this.progress = progress;
    }

    /**
     * Runs the check.
     *
     * @param sample how many items to look at, picked at random; all when empty
     * @param elsewhere checkpoints that were kept out of reach of whoever could change the archive
     */
    public Verification run(OptionalInt sample, List<Checkpoint> elsewhere) {
        long start = System.nanoTime();
        new CatalogueCheck(archive.catalogue().reader(), faults).run();
        RegisterCheck registers = new RegisterCheck(archive, faults);
        long unregistered = 0;
        if (sample.isEmpty()) {
            Set<Digest> known = everyItem(registers);
            unregistered = unregistered(known);
            new CustodyCheck(archive, faults).run();
            index();
        } else {
            someItems(registers, sample.getAsInt());
        }
        LedgerCheck.Result ledger = ledger(sample, elsewhere);
        return new Verification(
                registers.items(),
                registers.bytes(),
                ledger.entries(),
                ledger.checkpoints(),
                unregistered,
                faults.all(),
                (System.nanoTime() - start) / 1e9);
    }

    private Set<Digest> everyItem(RegisterCheck registers) {
        Set<Digest> known = new HashSet<>();
        List<Register> page = archive.items().registersAfter(Long.MIN_VALUE, PAGE);
        while (!page.isEmpty()) {
            registers.check(page).forEach(known::add);
            progress.accept(registers.items());
            page = archive.items().registersAfter(page.getLast().revision(), PAGE);
        }
        return known;
    }

    private void someItems(RegisterCheck registers, int count) {
        long latest = archive.items().latestRevision();
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        for (int i = 0; i < count && latest > 0; i++) {
            registers.check(archive.items().registersAfter(random.nextLong(latest), 1));
            progress.accept(registers.items());
        }
    }

    private long unregistered(Set<Digest> known) {
        try (Stream<Digest> objects = archive.objects().list()) {
            return objects.filter(object -> !known.contains(object)).count();
        }
    }

    private LedgerCheck.Result ledger(OptionalInt sample, List<Checkpoint> elsewhere) {
        Sample entries = sample.isEmpty()
                ? new Sample.Everything()
                : new Sample.Some(sample.getAsInt(), RandomGenerator.of("L64X128MixRandom"));
        LedgerCheck.Result result = new LedgerCheck(
                        archive.catalogue().reader(), archive.ledger().publicKey())
                .check(entries, elsewhere, checked -> {});
        for (Finding finding : result.findings()) {
            faults.add("ledger " + finding.where(), finding.what());
        }
        return result;
    }

    /** The index is compared only when it has caught up: behind is no fault, it says so itself. */
    private void index() {
        if (archive.lag() > 0) {
            return;
        }
        long indexed = archive.index().size();
        long items = archive.items().holdings().items();
        if (indexed != items) {
            faults.add("index", "has " + indexed + " items, the catalogue " + items + "; run: muniment reindex");
        }
        archive.index().damage().forEach(damage -> faults.add("index", damage + "; run: muniment reindex"));
    }
}
