package org.muniment.archive.disposition;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Work on many things at once, with the results in their order. */
final class InParallel {
    private InParallel() {}

    /** As many at once as there are processors, unless there are fewer than would be worth the threads. */
    static <T, R> List<R> map(List<T> all, int worthIt, Function<T, R> work) {
        int threads = Runtime.getRuntime().availableProcessors();
        if (all.size() < worthIt || threads < 2) {
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
