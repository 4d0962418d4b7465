package org.muniment.batch.ingest.journal;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.muniment.archive.store.Digest;
import org.muniment.archive.store.Spool;

/**
 * A message whose sender waits for its fate.
 *
 * @param bytes as they will be kept
 * @param digest of them
 * @param received when its last byte came
 * @param kept ends when it is durable, or can't be kept now
 */
record Waiting(Spool bytes, Digest digest, Instant received, CompletableFuture<Void> kept) {
    Waiting(Spool bytes, Digest digest, Instant received) {
        this(bytes, digest, received, new CompletableFuture<>());
    }

    /** Answers the sender that it is to be sent again. */
    void giveUp() {
        bytes.close();
        kept.completeExceptionally(new IllegalStateException("not kept"));
    }
}
