package org.muniment.batch.nightly;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Stays awake and sees to it that every night's work is done once. Begun in the middle of a night that was not done, it does
 * it at once. When the archive is in use it tries again every minute until the night is over.
 */
public final class NightWatch {
    private static final Duration NAP = Duration.ofMinutes(1);

    private final NightTimes times;
    private final Clock clock;
    private final Sleeper sleeper;
    private final Work work;
    private final Consumer<LocalDate> missed;
    private @Nullable LocalDate done;
    private @Nullable LocalDate waiting;

    /** Waits. */
    @FunctionalInterface
    public interface Sleeper {
        /** Returns after that time, or earlier when told to stop. */
        void sleep(Duration time) throws InterruptedException;
    }

    /** Does a night's work. */
    @FunctionalInterface
    public interface Work {
        /** Whether the night is done; false when it could not be begun now, or was told to stop. */
        boolean night(NightTimes.Window window);
    }

    /** @param missed is told of a night whose work could not be begun before it was over */
    public NightWatch(NightTimes times, Clock clock, Sleeper sleeper, Work work, Consumer<LocalDate> missed) {
        this.times = times;
        this.clock = clock;
        this.sleeper = sleeper;
        this.work = work;
        this.missed = missed;
    }

    /** Stays until told to stop. */
    public void stay(BooleanSupplier stop) throws InterruptedException {
        while (!stop.getAsBoolean()) {
            Instant now = clock.instant();
            Optional<NightTimes.Window> current = times.current(now);
            missed(current);
            if (current.isEmpty() || current.orElseThrow().night().equals(done)) {
                sleep(Duration.between(now, times.next(now).begins()));
            } else if (work.night(current.orElseThrow())) {
                done = current.orElseThrow().night();
                waiting = null;
            } else {
                waiting = current.orElseThrow().night();
                sleep(NAP);
            }
        }
    }

    private void missed(Optional<NightTimes.Window> current) {
        if (waiting != null && current.stream().noneMatch(now -> now.night().equals(waiting))) {
            missed.accept(waiting);
            waiting = null;
        }
    }

    /** Never for long: the clock may be set, and the machine may sleep. */
    private void sleep(Duration time) throws InterruptedException {
        sleeper.sleep(time.compareTo(NAP) < 0 ? time : NAP);
    }
}
