package org.muniment.archive.disposition;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/** Burns down with every dangerous moment that passes, and ends the process when it is out. */
final class Fuse {
    private static final int NEVER = Integer.MAX_VALUE;

    private final AtomicInteger left = new AtomicInteger(NEVER);

    /** So many moments go well, the next one does not. */
    void light(int moments) {
        left.set(moments);
    }

    void putOut() {
        left.set(NEVER);
    }

    void moment(String where) {
        if (left.get() != NEVER && left.getAndDecrement() <= 0) {
            left.set(NEVER);
            throw new Crash(where);
        }
    }

    /** Transactions that may end with the process: before their commit, or right after. */
    TransactionTemplate around(TransactionTemplate transactions) {
        return new TransactionTemplate(Objects.requireNonNull(transactions.getTransactionManager())) {
            private static final long serialVersionUID = 1L;

            @Override
            public <T> T execute(TransactionCallback<T> action) throws TransactionException {
                T result = super.execute(status -> {
                    T done = action.doInTransaction(status);
                    moment("before a commit");
                    return done;
                });
                moment("after a commit");
                return result;
            }
        };
    }
}
