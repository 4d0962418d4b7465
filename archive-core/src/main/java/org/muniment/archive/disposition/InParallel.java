package org.muniment.archive.disposition;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Work on many items that read objects: a few at a time, results in the order of the items. */
final class InParallel {
    private static final int WORTH_IT = 8;

    private InParallel() {}

    static <T, R> List<R> map(List<T> all, int atOnce, Function<T, R> work) {
        int threads = Math.min(atOnce, Runtime.getRuntime().availableProcessors());
        if (all.size() < WORTH_IT || threads < 2) {
            return all.stream().map(work).toList();
        }
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<Future<R>> futures = new ArrayList<>();
            all.forEach(one -> futures.add(workers.submit(() -> work.apply(one))));
            List<R> results = new ArrayList<>();
            for (Future<R> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while items were read", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Items could not be read: " + e.getCause(), e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }
}
