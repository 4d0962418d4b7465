package org.muniment.batch.ingest;

import java.util.concurrent.atomic.AtomicLong;

/** How large a source is, found out beside the run, so that its watchers can guess the time left. */
final class Expected {
    private final AtomicLong bytes = new AtomicLong(-1);

    Expected(Source source) {
        Thread.startVirtualThread(() -> bytes.set(source.bytes()));
    }

    /** Bytes of the whole source; -1 while unknown. */
    long bytes() {
        return bytes.get();
    }
}
