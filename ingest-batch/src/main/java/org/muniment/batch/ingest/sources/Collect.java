package org.muniment.batch.ingest.sources;

import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.muniment.batch.Rooms;
import org.muniment.batch.ingest.Ingest;
import org.muniment.batch.ingest.IngestFailed;
import org.muniment.batch.ingest.Progress;
import org.muniment.batch.ingest.Reasons;
import org.muniment.batch.ingest.Reconciliation;

/**
 * Takes in what sources hold, one account after another. One that fails does not keep the next from being taken in, and is
 * remembered: its mailboxes are not purged until it is whole again. One collecting at a time.
 */
public final class Collect {
    private final Rooms rooms;
    private final Failures failures;

    /** @param rooms opened to write */
    public Collect(Rooms rooms) {
        this.rooms = rooms;
        this.failures = new Failures(rooms.catalogue());
    }

    /** What is told while it goes on. */
    public interface Watch {
        /** Nobody watches. */
        Watch NONE = new Watch() {
            @Override
            public Progress begins(SourceEntry entry, Account account) {
                return Progress.NONE;
            }

            @Override
            public void ended(Collected outcome) {}
        };

        /** An account's turn; its run tells of its progress to what is returned. */
        Progress begins(SourceEntry entry, Account account);

        /** What came of an account, or of an entry that is wrong. */
        void ended(Collected outcome);
    }

    /**
     * Collects the entries, in their order.
     *
     * @param stop asked between accounts: whether to end early
     */
    public List<Collected> run(List<SourceEntry> entries, Watch watch, BooleanSupplier stop) {
        List<Collected> outcomes = new ArrayList<>();
        Consumer<Collected> ended = outcome -> {
            outcomes.add(outcome);
            watch.ended(outcome);
        };
        for (SourceEntry entry : entries) {
            entry.problem().ifPresent(wrong -> ended.accept(new Collected.Wrong(entry.name(), text(wrong))));
            for (Account account : entry.accounts()) {
                if (stop.getAsBoolean()) {
                    return outcomes;
                }
                ended.accept(collected(entry, account, watch));
            }
        }
        return outcomes;
    }

    /** Forgets the failures of sources that are set up no longer. */
    public void keepOnly(List<SourceEntry> entries) {
        if (entries.stream().allMatch(entry -> entry.problem().isEmpty())) {
            failures.keepOnly(entries.stream()
                    .flatMap(entry -> entry.accounts().stream())
                    .map(Account::source)
                    .toList());
        }
    }

    private Collected collected(SourceEntry entry, Account account, Watch watch) {
        Progress progress = watch.begins(entry, account);
        String source = account.source().name();
        String custodian = account.custody().toString();
        try {
            Reconciliation run = new Ingest(rooms).run(account.request(), progress);
            failures.clear(account.source());
            return new Collected.Whole(entry.name(), source, custodian, run);
        } catch (RuntimeException failure) {
            // Whatever is wrong with one source: the others are still to be taken in.
            String why = why(failure);
            failures.record(account.source(), rooms.clock().instant().truncatedTo(ChronoUnit.MILLIS), why);
            return new Collected.Broken(entry.name(), source, custodian, why);
        }
    }

    private static String why(RuntimeException failure) {
        String said = String.valueOf(failure.getMessage());
        boolean ours = failure instanceof IngestFailed || failure instanceof UncheckedIOException;
        if (!ours) {
            return "something unforeseen happened (" + failure.getClass().getSimpleName() + ")";
        }
        if (!(failure instanceof UncheckedIOException wrapped) || wrapped.getCause() == null) {
            return said;
        }
        if (!said.equals(String.valueOf(wrapped.getCause()))) {
            return said;
        }
        return wrapped.getCause() instanceof NoSuchFileException gone
                ? "there is nothing at " + gone.getFile()
                : Reasons.of(wrapped.getCause());
    }

    private static String text(SettingsProblem wrong) {
        return String.valueOf(wrong.getMessage());
    }
}
