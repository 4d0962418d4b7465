package org.muniment.batch.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Carries a source to the job: one thread walks it and has entries prepared ahead, in loads; what a transaction does not
 * register of one is given back. The walker waits when the memory {@link Budget} is used up, and closes a load then, since what a load holds is
 * only given back when it has gone all the way.
 */
final class Conveyor implements ItemStreamReader<Load> {
    private static final String POSITION = "position";
    /** Each transaction writes nearly all pages of a small catalogue's indexes: half as many of them, half as many pages. */
    private static final int ENTRIES = 1000;

    /** In the budget's measure. Loads of large messages are short, so that one is indexed while the next is read. */
    private static final int HEAVY = 32 << 10;

    private static final int SLICE = 16;
    /** Loads under way; the budget bounds their memory. Many, since one slow attachment holds up its load and all behind. */
    private static final int AHEAD = 32;

    private final ItemSource source;
    private final Preparation preparation;
    private final Budget budget;
    private final BlockingQueue<Parcel> parcels = new ArrayBlockingQueue<>(AHEAD);
    private @Nullable Thread walker;
    private @Nullable Position reached;
    private @Nullable Load left;

    // Only the walker touches these.
    private List<CompletableFuture<List<Prepared>>> slices = new ArrayList<>();
    private List<Entry> slice = new ArrayList<>();
    private int entries;
    private int weight;
    private @Nullable Position last;

    /** What the walker hands over. */
    private sealed interface Parcel {
        record Coming(CompletableFuture<List<Prepared>> entries, Position end, int weight) implements Parcel {}

        record End() implements Parcel {}

        record Broken(Throwable failure) implements Parcel {}
    }

    Conveyor(ItemSource source, Preparation preparation, Budget budget) {
        this.source = source;
        this.preparation = preparation;
        this.budget = budget;
    }

    @Override
    public void open(ExecutionContext context) {
        if (context.containsKey(POSITION)) {
            reached = Position.parse(context.getString(POSITION));
        }
        Optional<Position> after = Optional.ofNullable(reached);
        walker = Thread.ofPlatform().name("source").daemon().start(() -> walk(after));
    }

    private void walk(Optional<Position> after) {
        try {
            source.read(after, new Intake());
            handOver();
            parcels.put(new Parcel.End());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            breakOff(e);
        }
    }

    private final class Intake implements ItemSource.Sink {
        @Override
        public void accept(Entry entry) throws InterruptedException {
            take(entry);
        }

        @Override
        public void pause() throws InterruptedException {
            handOver();
        }
    }

    private void breakOff(Throwable failure) {
        try {
            parcels.put(new Parcel.Broken(failure));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(Entry entry) throws InterruptedException {
        int more = budget.weight(entry);
        if (!budget.tryTake(more)) {
            handOver();
            budget.take(more);
        }
        weight += more;
        last = entry.position();
        slice.add(entry);
        entries++;
        if (slice.size() == SLICE) {
            prepare();
        }
        if (entries == ENTRIES || weight >= HEAVY) {
            handOver();
        }
    }

    private void prepare() {
        if (!slice.isEmpty()) {
            slices.add(preparation.prepare(slice));
            slice = new ArrayList<>();
        }
    }

    private void handOver() throws InterruptedException {
        prepare();
        if (last != null && !slices.isEmpty()) {
            parcels.put(new Parcel.Coming(preparation.lasting(slices), last, weight));
            slices = new ArrayList<>();
            entries = 0;
            weight = 0;
        }
    }

    @Override
    public @Nullable Load read() throws InterruptedException {
        Load ready = left == null ? next() : left;
        left = null;
        if (ready != null) {
            reached = ready.end();
        }
        return ready;
    }

    /** Takes back what was not registered of the load that was read last; it comes next. */
    void giveBack(Load registered, Load notRegistered) {
        reached = registered.end();
        left = notRegistered;
    }

    private @Nullable Load next() throws InterruptedException {
        return switch (parcels.take()) {
            case Parcel.Coming coming -> new Load(arrived(coming), coming.end(), coming.weight());
            case Parcel.End end -> null;
            case Parcel.Broken broken -> throw new IllegalStateException("The source broke off", broken.failure());
        };
    }

    private static List<Prepared> arrived(Parcel.Coming coming) {
        try {
            return coming.entries().join();
        } catch (CompletionException e) {
            throw cause(e);
        }
    }

    /** A slice that failed failed the load it is in: what both say is one failure. */
    private static RuntimeException cause(CompletionException failed) {
        if (failed.getCause() instanceof CompletionException within) {
            return cause(within);
        }
        return failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }

    @Override
    public void update(ExecutionContext context) {
        if (reached != null) {
            context.putString(POSITION, reached.toString());
        }
    }

    @Override
    public void close() {
        if (walker != null) {
            walker.interrupt();
        }
    }
}
