package org.muniment.archive.index;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.ItemNumbers;
import org.muniment.archive.query.ItemQuery;

/**
 * The index in a folder on a local disk. One process opens it to write; any number open it to read and see each commit of
 * the writer's at their next search. Every method may throw {@link IndexUnavailable}.
 */
public final class LuceneSearchIndex implements SearchIndex {
    private static final String THROUGH = "through";
    private static final String SCHEMA = "schema";
    private static final int PAGE = 10_000;
    private static final double BUFFER_MEGABYTES = 96;

    static {
        // A list of thousands of terms is an ordinary search request in e-discovery; Lucene's limit is for ranked
        // search.
        IndexSearcher.setMaxClauseCount(Integer.MAX_VALUE);
    }

    private final Directory directory;
    private final @Nullable IndexWriter writer;
    private final Searchers searchers;
    private final ItemSearch everything;
    private final AtomicBoolean closed = new AtomicBoolean();

    private LuceneSearchIndex(Directory directory, @Nullable IndexWriter writer) throws IOException {
        this.directory = directory;
        this.writer = writer;
        this.searchers = new Searchers(directory, writer == null);
        this.everything = new LuceneItemSearch(searchers, null, null);
    }

    /**
     * Opens the index to write and search, making it where there is none. One of another version is emptied, so that
     * {@link #through} is 0 and everything is put again.
     */
    public static LuceneSearchIndex open(Path folder) {
        return opened(folder, () -> {
            Files.createDirectories(folder);
            Directory directory = FSDirectory.open(folder);
            try {
                var writer = new IndexWriter(directory, config());
                begin(writer, directory);
                return new LuceneSearchIndex(directory, writer);
            } catch (IOException | RuntimeException e) {
                directory.close();
                throw e;
            }
        });
    }

    /** Opens an index that exists to search it only, also while another process writes it. */
    public static LuceneSearchIndex openReadOnly(Path folder) {
        return opened(folder, () -> {
            Directory directory = FSDirectory.open(folder);
            try {
                if (!sameSchema(directory)) {
                    throw new IndexUnavailable("The index in " + folder + " is of another version; reindex it first");
                }
                return new LuceneSearchIndex(directory, null);
            } catch (IOException | RuntimeException e) {
                directory.close();
                throw e;
            }
        });
    }

    @Override
    public void put(List<ItemDocument> documents) {
        run(() -> {
            for (ItemDocument document : documents) {
                String id = document.reading().item().id().value();
                writer().updateDocument(new Term(Column.ID.key(), id), ItemFields.of(document));
            }
            return documents;
        });
    }

    @Override
    public void remove(List<ItemId> items) {
        run(() -> writer().deleteDocuments(items.stream()
                .map(item -> new Term(Column.ID.key(), item.value()))
                .toArray(Term[]::new)));
    }

    @Override
    public void clear() {
        run(() -> writer().deleteAll());
    }

    /** A commit's files go when a newer one is there and no reader of this process has them open any more. */
    @Override
    public void expunge() {
        long through = through();
        run(() -> {
            writer().forceMergeDeletes();
            commit(writer(), through);
            searchers.refresh();
            writer().deleteUnusedFiles();
            return through;
        });
    }

    @Override
    public void commit(long through) {
        run(() -> {
            commit(writer(), through);
            searchers.refresh();
            return through;
        });
    }

    @Override
    public long through() {
        return with(searcher -> {
            var commit = ((DirectoryReader) searcher.getIndexReader()).getIndexCommit();
            return Long.parseLong(commit.getUserData().getOrDefault(THROUGH, "0"));
        });
    }

    @Override
    public long size() {
        return with(searcher -> (long) searcher.getIndexReader().numDocs());
    }

    @Override
    public Stream<ItemId> items() {
        return Stream.iterate(
                        itemsAfter(""),
                        page -> !page.isEmpty(),
                        page -> itemsAfter(page.getLast().value()))
                .flatMap(List::stream);
    }

    private List<ItemId> itemsAfter(String item) {
        return with(searcher -> IndexedItems.after(searcher.getIndexReader(), item, PAGE));
    }

    @Override
    public Hits search(Search search) {
        return everything.search(search);
    }

    @Override
    public Hits bare(Search search) {
        return everything.bare(search);
    }

    @Override
    public long count(ItemQuery query) {
        return everything.count(query);
    }

    @Override
    public Facets facets(ItemQuery query, ZoneId zone) {
        return everything.facets(query, zone);
    }

    @Override
    public List<ItemId> matching(ItemQuery query, @Nullable ItemId after, int limit) {
        return everything.matching(query, after, limit);
    }

    @Override
    public long[] tally(ItemQuery query, ItemNumbers numbers) {
        return everything.tally(query, numbers);
    }

    @Override
    public Map<String, Copies> copies(ItemQuery query, Collection<String> groups, Search.Order order) {
        return everything.copies(query, groups, order);
    }

    @Override
    public List<TermHits> terms(ItemQuery query) {
        return everything.terms(query);
    }

    @Override
    public Explanation explain(ItemQuery query, ItemId item) {
        return everything.explain(query, item);
    }

    @Override
    public ItemSearch among(Collection<ItemId> items) {
        return everything.among(items);
    }

    @Override
    public ItemSearch among(ItemNumbers numbers, BitSet wanted) {
        return everything.among(numbers, wanted);
    }

    @Override
    public ItemSearch seenBy(Own own) {
        return new LuceneItemSearch(searchers, own, null);
    }

    @Override
    public List<String> damage() {
        return run(() -> new IndexFiles(directory).damage());
    }

    /** Drops what was not committed. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        run(() -> {
            Closeable writing = writer == null ? () -> {} : writer::rollback;
            IOUtils.close(writing, searchers, directory);
            return directory;
        });
    }

    private IndexWriter writer() {
        if (writer == null) {
            throw new IllegalStateException("The index was opened to search only");
        }
        return writer;
    }

    private static IndexWriterConfig config() {
        return new IndexWriterConfig(WordAnalyzer.withStems())
                .setMergePolicy(new TieredMergePolicy().setForceMergeDeletesPctAllowed(0))
                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                .setCommitOnClose(false);
    }

    private static void begin(IndexWriter writer, Directory directory) throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            commit(writer, 0);
        } else if (!sameSchema(directory)) {
            writer.deleteAll();
            commit(writer, 0);
        }
    }

    private static void commit(IndexWriter writer, long through) throws IOException {
        var data = Map.of(THROUGH, Long.toString(through), SCHEMA, Integer.toString(ItemFields.SCHEMA));
        writer.setLiveCommitData(data.entrySet());
        writer.commit();
    }

    private static boolean sameSchema(Directory directory) throws IOException {
        try (var reader = DirectoryReader.open(directory)) {
            return Integer.toString(ItemFields.SCHEMA)
                    .equals(reader.getIndexCommit().getUserData().get(SCHEMA));
        }
    }

    private <T> T with(Searchers.Reading<T> reading) {
        return searchers.with(reading);
    }

    private static <T> T run(Searchers.Deed<T> deed) {
        return Searchers.run(deed);
    }

    private static LuceneSearchIndex opened(Path folder, Searchers.Deed<LuceneSearchIndex> deed) {
        try {
            return deed.run();
        } catch (LockObtainFailedException e) {
            throw new IndexUnavailable("Another process writes the index in " + folder, e);
        } catch (IndexNotFoundException e) {
            throw new IndexUnavailable("There is no index in " + folder + "; reindex makes one", e);
        } catch (IOException | IllegalArgumentException e) {
            throw new IndexUnavailable(
                    "The index in " + folder + " cannot be opened (" + e.getMessage()
                            + "); delete the folder and reindex",
                    e);
        }
    }
}
