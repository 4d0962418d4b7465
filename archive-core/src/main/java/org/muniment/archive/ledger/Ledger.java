package org.muniment.archive.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The custody ledger: who collected, held, released, produced and destroyed what, in order, for good. Callers append in
 * the transaction that makes the change. Safe for many threads and processes; writers wait for one another.
 */
public final class Ledger {
    /** Bytes of the largest entry that C2SP tlog-tiles has room for. */
    static final int LARGEST_ENTRY = 65_535;

    private final DataSource writer;
    private final JdbcTemplate writing;
    private final Entries writtenEntries;
    private final Tiles writtenTiles;
    private final JdbcTemplate reading;
    private final Entries entries;
    private final Tiles tiles;
    private final Checkpoints checkpoints;
    private final LedgerKey key;

    /**
     * @param writer where callers' transactions run
     * @param reader where committed state is read; may be the same
     * @param key signs checkpoints; its name is the log's origin
     */
    public Ledger(DataSource writer, DataSource reader, LedgerKey key) {
        this.writer = writer;
        this.writing = new JdbcTemplate(writer);
        this.writtenEntries = new Entries(writer);
        this.writtenTiles = new Tiles(writer);
        this.reading = new JdbcTemplate(reader);
        this.entries = new Entries(reader);
        this.tiles = new Tiles(reader);
        this.checkpoints = new Checkpoints(writer, reader);
        this.key = key;
    }

    /**
     * Appends events in the caller's transaction; they are in the ledger when, and only when, it commits. Until then
     * other writers wait, so append last. Times are kept to the millisecond.
     *
     * @return the index of the first one; the others follow it without a gap
     * @throws IllegalStateException outside a transaction on the writer
     * @throws IllegalArgumentException for no events, or one larger than 65,535 bytes as JSON
     * @throws LedgerCorrupt when what is stored does not add up; nothing is appended then
     */
    public long append(List<? extends CustodyEvent> events) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || !TransactionSynchronizationManager.hasResource(writer)) {
            throw new IllegalStateException("The ledger is written only in the transaction that makes the change");
        }
        List<String> texts = texts(events);
        long first = lockHead(texts.size());
        RightEdge edge = edge(first);
        List<Tile> changed = new ArrayList<>();
        for (String text : texts) {
            edge.add(MerkleTree.leaf(text.getBytes(StandardCharsets.US_ASCII)), changed::add);
        }
        changed.addAll(edge.unfinishedSince(first));
        writtenEntries.add(first, events, texts);
        writtenTiles.write(changed);
        writing.update(
                "update ledger_head set root = ? where id = 1", edge.root().toString());
        return first;
    }

    private static List<String> texts(List<? extends CustodyEvent> events) {
        if (events.isEmpty()) {
            throw new IllegalArgumentException("Nothing to append");
        }
        List<String> texts = new ArrayList<>(events.size());
        for (CustodyEvent event : events) {
            String text = EventText.write(event);
            if (text.length() > LARGEST_ENTRY) {
                throw new IllegalArgumentException("An entry of " + text.length() + " bytes is too large");
            }
            texts.add(text);
        }
        return texts;
    }

    /** Both databases let only one transaction at a time past an update of the same row. */
    private long lockHead(int more) {
        Long after = writing.queryForObject(
                "update ledger_head set size = size + ? where id = 1 returning size", Long.class, more);
        if (after == null) {
            throw new LedgerCorrupt("The ledger has no head");
        }
        return after - more;
    }

    private RightEdge edge(long size) {
        RightEdge edge = writtenTiles.edge(size);
        String root = writing.queryForObject("select root from ledger_head where id = 1", String.class);
        if (!edge.root().toString().equals(root)) {
            throw new LedgerCorrupt("The ledger's tiles do not add up to the root in its head");
        }
        return edge;
    }

    private Head head() {
        List<Head> heads = reading.query(
                "select size, root from ledger_head where id = 1",
                (row, number) -> new Head(row.getLong(1), Hash.parse(row.getString(2))));
        if (heads.isEmpty()) {
            throw new LedgerCorrupt("The ledger has no head");
        }
        return heads.getFirst();
    }

    /** Committed entries. */
    public long size() {
        return head().size();
    }

    /** Committed entries from an index on, in order, at most {@code limit}. */
    public List<Entry> entries(long from, int limit) {
        return entries.between(from, from + limit).stream()
                .map(Entries.Row::entry)
                .toList();
    }

    /** The history of an item, or of a run: committed entries about it, in order. */
    public List<Entry> entriesFor(String subject) {
        return entries.about(subject).stream().map(Entries.Row::entry).toList();
    }

    /**
     * The histories of some items: committed entries about any of them, in order.
     *
     * @param subjects at most 1,000
     */
    public List<Entry> entriesFor(List<String> subjects) {
        return entries.about(subjects).stream().map(Entries.Row::entry).toList();
    }

    /** The log's public key, to hand out. */
    public VerifierKey publicKey() {
        return key.verifier();
    }

    /**
     * Signs the log as it is now and keeps the checkpoint. Signing twice what has not changed gives the same one.
     *
     * @throws IllegalStateException inside a transaction: what might be rolled back is not signed
     * @throws LedgerCorrupt when the log is not an extension of what was signed last, or that was signed by another key;
     *     nothing is signed then
     */
    public Checkpoint checkpoint() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Only what is committed is signed");
        }
        Head head = head();
        latestCheckpoint().ifPresent(last -> refuseUnlessExtended(last, head));
        Checkpoint signed = Checkpoint.sign(key, head.size(), head.root());
        checkpoints.keep(signed);
        return signed;
    }

    private void refuseUnlessExtended(Checkpoint last, Head head) {
        if (!last.isSignedBy(key.verifier())) {
            throw new LedgerCorrupt("The ledger was last signed by another key than " + key.verifier());
        }
        if (last.size() > head.size()
                || !MerkleTree.extendsTree(
                        last.size(),
                        last.root(),
                        head.size(),
                        head.root(),
                        MerkleTree.consistency(last.size(), head.size(), tiles.nodes()))) {
            throw new LedgerCorrupt("The ledger does not extend what was signed at " + last.size() + " entries");
        }
    }

    /** The checkpoint over the most entries; empty before the first. */
    public Optional<Checkpoint> latestCheckpoint() {
        return checkpoints.latest();
    }

    /** All checkpoints, the oldest first. */
    public List<Checkpoint> checkpoints() {
        return checkpoints.all();
    }

    /**
     * Signs a paper that is JSON: Ed25519 over its bytes, 64 bytes, as {@code openssl pkeyutl -verify -rawin} checks it. No such
     * paper can be read as a checkpoint, which has several lines.
     *
     * @throws IllegalArgumentException when it is not one line in braces
     */
    public byte[] sign(byte[] json) {
        return key.signature(json);
    }

    /**
     * Gives the proof file for an entry, under the latest checkpoint; signs one where none covers the entry yet.
     *
     * @throws IllegalArgumentException when there is no such entry
     * @throws IllegalStateException inside a transaction, when a checkpoint must be signed
     */
    public Proof prove(long index) {
        Checkpoint under = latestCheckpoint()
                .filter(checkpoint -> index < checkpoint.size())
                .orElseGet(this::checkpoint);
        return new Proof(index, MerkleTree.inclusion(index, under.size(), tiles.nodes()), under);
    }

    /**
     * Gives the proof files for some entries, in their order, all under one checkpoint of this log.
     *
     * @param indexes a few thousand at most: the tiles they are in are kept in memory meanwhile
     * @throws IllegalArgumentException when the checkpoint does not cover one of them
     */
    public List<Proof> prove(List<Long> indexes, Checkpoint under) {
        MerkleTree.Nodes nodes = tiles.nodes();
        return indexes.stream()
                .map(index -> new Proof(index, MerkleTree.inclusion(index, under.size(), nodes), under))
                .toList();
    }
}
