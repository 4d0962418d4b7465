package org.muniment.api.web;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalTime;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.muniment.api.NightShift;
import org.muniment.api.sources.SourceKinds;
import org.muniment.archive.Archive;
import org.muniment.batch.ingest.sources.SourcesFile;
import org.muniment.batch.nightly.NightTimes;
import org.muniment.batch.nightly.Nightly;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Does the night's work inside the server, unless the setting {@code muniment.night.here} says that another process does. */
@Component
final class NightWorker implements SmartLifecycle, NightShift.Listener {
    private static final Logger LOG = Logger.getLogger(NightWorker.class.getName());

    private final boolean here;
    private final NightTimes times;
    private final NightShift shift;
    private @Nullable Thread worker;

    NightWorker(
            Archive archive,
            Clock clock,
            NightLetters letters,
            @Value("${muniment.night.here}") boolean here,
            @Value("${muniment.night.at}") String at,
            @Value("${muniment.night.report-at}") String reportAt) {
        Path folder = archive.settings().folder();
        this.here = here;
        this.times = new NightTimes(
                LocalTime.parse(at),
                LocalTime.parse(reportAt),
                archive.settings().zone());
        this.shift = new NightShift(
                folder,
                clock,
                open -> new SourcesFile(folder.resolve(SourcesFile.NAME), SourceKinds.of(open), System.getenv()),
                letters::send,
                this);
    }

    @Override
    public void start() {
        if (here) {
            worker = Thread.ofPlatform().name("night").start(this::stay);
        }
    }

    private void stay() {
        try {
            shift.stay(times);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void done(Nightly.Written written) {
        LOG.info("The night of " + written.report().night() + " is done: " + written.page());
    }

    @Override
    public void complain(String words) {
        LOG.warning(words);
    }

    @Override
    public void stop() {
        shift.stop();
        try {
            if (worker != null) {
                worker.join(60_000);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null && worker.isAlive();
    }
}
