package org.muniment.api.web.running;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.index.Own;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Reads what every search needs, behind the first pages after a start: the schedule's rules, and what each item is. */
@Component
final class WarmUp implements SmartLifecycle {
    private static final Logger LOG = Logger.getLogger(WarmUp.class.getName());

    private final Archive archive;
    private final Clock clock;
    private @Nullable Thread worker;

    WarmUp(Archive archive, Clock clock) {
        this.archive = archive;
        this.clock = clock;
    }

    @Override
    public void start() {
        worker = Thread.ofPlatform()
                .name("warm-up")
                .priority(Thread.MIN_PRIORITY)
                .daemon()
                .start(this::read);
    }

    private void read() {
        try {
            LocalDate today = archive.retention().day(clock.instant());
            archive.retention().classifications().countDue(archive.index().seenBy(new Own(Set.of())), today);
            archive.retention().evaluations().find(today);
        } catch (RuntimeException later) {
            LOG.log(Level.FINE, "What is wrong is said to whoever asks", later);
        }
    }

    @Override
    public void stop() {
        try {
            if (worker != null) {
                worker.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }
}
