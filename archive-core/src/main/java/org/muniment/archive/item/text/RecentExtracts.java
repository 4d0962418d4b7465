package org.muniment.archive.item.text;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import com.github.benmanes.caffeine.cache.Ticker;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.store.Digest;

/**
 * What was read of files in the last {@link #LAPSE minutes}, in memory: a flyer that the district sent to all is in a thousand
 * mailboxes, and who reviews looks at one item many times. It lapses so that the words of what was destroyed do not stay behind;
 * and only who has the file's bytes is answered, so never for an item that is gone. Safe for many threads.
 */
final class RecentExtracts {
    /** Since it was read, however often it was asked for. */
    static final Duration LAPSE = Duration.ofMinutes(5);

    private static final int LARGEST = 8 << 20;
    /** Characters that an entry costs beside its text. */
    private static final int ENTRY = 200;

    private final Cache<File, Extract> extracts;

    /**
     * A file as it was given to be read.
     *
     * @param content its bytes'
     */
    private record File(String name, String type, Digest content) {}

    /**
     * @param most characters that are kept of all together
     * @param ticker tells how much time went by
     */
    RecentExtracts(int most, Ticker ticker) {
        this.extracts = Caffeine.newBuilder()
                .maximumWeight(most)
                .weigher((File file, Extract extract) -> extract.text().length() + ENTRY)
                .expireAfterWrite(LAPSE)
                .ticker(ticker)
                // Else the last ones would stay until something else is read.
                .scheduler(Scheduler.systemScheduler())
                .build();
    }

    /** Reads a file, unless it was read lately. */
    Extract of(String name, String type, byte[] content, Reading reading) throws IOException {
        if (content.length > LARGEST) {
            return reading.read();
        }
        File file = new File(name, type, Digest.of(content));
        @Nullable Extract known = extracts.getIfPresent(file);
        if (known != null) {
            return known;
        }
        Extract extract = reading.read();
        // What could not be read in full may be another time.
        if (extract.gap().isEmpty()) {
            extracts.put(file, extract);
        }
        return extract;
    }

    /** What reads it. */
    interface Reading {
        Extract read() throws IOException;
    }

    /** How many are in memory, once those that lapsed or have no room are cleared away. */
    long kept() {
        extracts.cleanUp();
        return extracts.estimatedSize();
    }
}
