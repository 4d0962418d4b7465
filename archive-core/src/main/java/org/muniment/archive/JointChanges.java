package org.muniment.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Small changes of many threads in one transaction. Who makes the first waits for the writers' turn, which a job beside it
 * may keep for a second; what others want to change until then goes with it, instead of each waiting for a turn of its own.
 * Safe for many threads.
 */
final class JointChanges {
    /** So that a transaction ends while more come in. */
    private static final int MOST = 500;

    private final TransactionTemplate transactions;
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock(true);

    private record Waiting(Runnable change, CompletableFuture<Void> done) {}

    JointChanges(TransactionTemplate transactions) {
        this.transactions = transactions;
    }

    /** Returns when it is committed. Within a transaction of the caller's it is a part of that one. */
    void make(Runnable change) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            change.run();
            return;
        }
        Waiting mine = new Waiting(change, new CompletableFuture<>());
        waiting.add(mine);
        turn.lock();
        try {
            while (!mine.done().isDone()) {
                makeWaiting();
            }
        } finally {
            turn.unlock();
        }
        join(mine);
    }

    private static void join(Waiting mine) {
        try {
            mine.done().join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private void makeWaiting() {
        List<Waiting> made = new ArrayList<>();
        try {
            transactions.executeWithoutResult(status -> {
                while (made.size() < MOST && !waiting.isEmpty()) {
                    made.add(waiting.remove());
                    made.getLast().change().run();
                }
            });
            made.forEach(one -> one.done().complete(null));
        } catch (RuntimeException | Error any) {
            made.forEach(this::makeAlone);
        }
    }

    /** One that fails is not to fail the others. */
    private void makeAlone(Waiting one) {
        try {
            transactions.executeWithoutResult(status -> one.change().run());
            one.done().complete(null);
        } catch (RuntimeException | Error failed) {
            one.done().completeExceptionally(failed);
        }
    }
}
