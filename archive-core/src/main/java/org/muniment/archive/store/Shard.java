package org.muniment.archive.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One folder whose entries must survive a power cut. Callers that ask at the same time share one sync. Safe for many
 * threads.
 */
final class Shard {
    private final Path folder;
    private final ReentrantLock turn = new ReentrantLock();
    private final AtomicLong asked = new AtomicLong();
    private volatile long done;

    Shard(Path folder) {
        this.folder = folder;
    }

    /** Creates the folder durably where it is absent; the parent is synced then. */
    static Shard create(Path folder, Shard parent) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            parent.sync();
        }
        return new Shard(folder);
    }

    /** Whether a folder of this name holds objects: the first byte of their digests. */
    static boolean isName(String name) {
        return name.matches("[0-9a-f]{2}");
    }

    Path folder() {
        return folder;
    }

    /** When this returns, every entry that was made or removed before the call is on disk. */
    void sync() throws IOException {
        long mine = asked.incrementAndGet();
        turn.lock();
        try {
            if (done >= mine) {
                return;
            }
            // Read before the sync begins: whoever asked by then had changed the folder already.
            long covered = asked.get();
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
            done = covered;
        } finally {
            turn.unlock();
        }
    }
}
