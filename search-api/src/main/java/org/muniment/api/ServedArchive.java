package org.muniment.api;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;
import org.muniment.api.web.Server;

/** Serves an archive until the program is told to end; requests and jobs under way come to their end first. */
final class ServedArchive {
    private final Path folder;
    private final Clock clock;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    ServedArchive(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** @param started is told the server and its address when it answers */
    void stay(Server.Place place, BiConsumer<Server, String> started) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::endCleanly));
        try (Server server = Server.start(folder, clock, place)) {
            started.accept(server, server.address());
            stop.await();
        } finally {
            ended.countDown();
        }
    }

    /** The system ends the program when this returns. */
    private void endCleanly() {
        stop.countDown();
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
