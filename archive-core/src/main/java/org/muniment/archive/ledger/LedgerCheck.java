package org.muniment.archive.ledger;

import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Checks the whole ledger against itself and against checkpoints, while it is in use. Trusts nothing stored: hashes are
 * computed from the entries up. Memory does not grow with the ledger.
 *
 * <p>What it cannot see alone is an end cut off together with the checkpoints over it: for that, give it checkpoints
 * kept elsewhere.
 */
public final class LedgerCheck {
    private final DataSource reader;
    private final VerifierKey key;

    /**
     * What a check did and found.
     *
     * @param entries entries that were looked at
     * @param checkpoints checkpoints that were looked at
     * @param findings what is wrong, at most about a thousand; none when all is well
     */
    public record Result(long entries, long checkpoints, List<Finding> findings) {
        public Result {
            findings = List.copyOf(findings);
        }

        /** Whether nothing was found. */
        public boolean isClean() {
            return findings.isEmpty();
        }
    }

    /**
     * @param reader where committed state is read
     * @param key the log's public key
     */
    public LedgerCheck(DataSource reader, VerifierKey key) {
        this.reader = reader;
        this.key = key;
    }

    /** Checks with nothing but what is stored. */
    public Result check(Sample sample) {
        return check(sample, List.of(), checked -> {});
    }

    /**
     * Checks.
     *
     * @param sample all entries, or some
     * @param elsewhere checkpoints that were kept out of reach of whoever could change the catalogue
     * @param progress is told now and then how many entries were checked
     */
    public Result check(Sample sample, List<Checkpoint> elsewhere, LongConsumer progress) {
        Findings findings = new Findings();
        Extent extent = Extent.of(reader, findings);
        CheckpointCheck checkpoints = new CheckpointCheck(new Checkpoints(reader, reader), elsewhere, key, findings);
        long entries = switch (sample) {
            case Sample.Everything all -> new FullCheck(reader, extent, checkpoints, findings).run(progress);
            case Sample.Some some -> new SampledCheck(reader, extent, checkpoints, findings).run(some, progress);
        };
        checkpoints.refuseLarger(extent.size());
        new Strays(reader, extent).find(findings);
        return new Result(entries, checkpoints.checked(), findings.all());
    }

    /**
     * Every entry that is there and can be read, in order, read as the stream advances: to compare what happened with what
     * is kept. Proves nothing; {@link #check} names what was changed, and what is not readable or missing here.
     */
    public Stream<Entry> readable() {
        Entries entries = new Entries(reader);
        return Stream.iterate(
                        entries.after(-1),
                        page -> !page.isEmpty(),
                        page -> entries.after(page.getLast().position()))
                .flatMap(List::stream)
                .flatMap(row -> row.readable().stream());
    }
}
