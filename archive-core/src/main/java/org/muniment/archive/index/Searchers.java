package org.muniment.archive.index;

import java.io.Closeable;
import java.io.IOException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;

/** Lends searchers over the latest commit. Safe for many threads. */
final class Searchers implements Closeable {
    private final Directory directory;
    private final boolean besideTheWriter;
    private final SearcherManager searchers;
    private final WordAnalyzer analyzer = WordAnalyzer.withStems();

    /** Something done with the index's files. */
    interface Deed<T> {
        T run() throws IOException;
    }

    /** Something read with a searcher. */
    interface Reading<T> {
        T from(IndexSearcher searcher) throws IOException;
    }

    /** @param besideTheWriter whether another process commits, which this one has to look out for */
    Searchers(Directory directory, boolean besideTheWriter) throws IOException {
        this.directory = directory;
        this.besideTheWriter = besideTheWriter;
        this.searchers = new SearcherManager(directory, new SearcherFactory());
    }

    /** Made once: its tables are worth more than most questions. */
    WordAnalyzer analyzer() {
        return analyzer;
    }

    <T> T with(Reading<T> reading) {
        return run(() -> {
            IndexSearcher searcher = latest();
            try {
                return reading.from(searcher);
            } finally {
                searchers.release(searcher);
            }
        });
    }

    /** After a commit of this process's own. */
    void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    /** For a reader beside the writing process: looking for a newer commit by its file's name costs microseconds, opening it not. */
    private IndexSearcher latest() throws IOException {
        IndexSearcher searcher = searchers.acquire();
        if (!besideTheWriter || segments(searcher).equals(SegmentInfos.getLastCommitSegmentsFileName(directory))) {
            return searcher;
        }
        searchers.release(searcher);
        // While another thread opens the new commit, the one before answers.
        searchers.maybeRefresh();
        return searchers.acquire();
    }

    private static String segments(IndexSearcher searcher) throws IOException {
        return ((DirectoryReader) searcher.getIndexReader()).getIndexCommit().getSegmentsFileName();
    }

    static <T> T run(Deed<T> deed) {
        try {
            return deed.run();
        } catch (IOException | AlreadyClosedException e) {
            throw new IndexUnavailable("The index cannot be used: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        searchers.close();
    }
}
