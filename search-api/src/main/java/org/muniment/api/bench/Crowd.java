package org.muniment.api.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** People who look at pages at the same time. For one thread, which starts them. */
final class Crowd implements AutoCloseable {
    private final String base;
    private final List<String> words;
    private final long seed;
    private final List<Walker> walkers = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Crowd(String base, List<String> words, long seed) {
        this.base = base;
        this.words = words;
        this.seed = seed;
    }

    void signIn(List<LoadDistrict.Account> people, String password) throws InterruptedException {
        for (LoadDistrict.Account one : people) {
            Walker walker = new Walker(base, one.role(), words, new Random(seed + walkers.size()));
            walkers.add(walker);
            try {
                walker.signIn(one.user(), password);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Lets everybody look at pages until a time of {@link System#nanoTime()}; ends when everybody has. */
    CompletableFuture<Void> start(long untilNanos, Think think, Waits waits) {
        return CompletableFuture.allOf(walkers.stream()
                .map(walker -> CompletableFuture.runAsync(() -> walk(walker, untilNanos, think, waits), threads))
                .toArray(CompletableFuture[]::new));
    }

    private static void walk(Walker walker, long untilNanos, Think think, Waits waits) {
        try {
            walker.walk(untilNanos, think, waits);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
        walkers.forEach(Walker::close);
    }
}
