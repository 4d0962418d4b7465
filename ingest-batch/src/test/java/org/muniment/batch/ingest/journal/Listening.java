package org.muniment.batch.ingest.journal;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.item.Custodian;
import org.muniment.batch.Rooms;
import org.muniment.batch.ingest.Ingest;
import org.muniment.batch.ingest.IngestRequest;
import org.muniment.batch.ingest.Progress;
import org.muniment.batch.ingest.Reconciliation;
import org.muniment.batch.ingest.Source;

/** A journal that listens and keeps, in a thread of its own. */
final class Listening implements AutoCloseable, Journal.Keeper, Journal.Watcher {
    static final String JOURNAL = "journal@archive.district.example";
    static final Custodian OTHERS = new Custodian("unknown@district.example");

    private final Path home;
    private final Admission admission;
    private final Journal journal;
    private final Thread keeping;
    private final List<Reconciliation> runs = new CopyOnWriteArrayList<>();
    private final List<RuntimeException> failures = new CopyOnWriteArrayList<>();
    private volatile boolean broken;

    Listening(Path home) {
        this(home, settings(null, false, 1 << 20, 20, Duration.ofHours(1)));
    }

    Listening(Path home, JournalSettings settings) {
        this.home = home;
        this.admission = settings.admission();
        if (!ArchiveSettings.exist(home)) {
            Archive.create(ArchiveSettings.embedded(home), Clock.systemUTC()).close();
        }
        this.journal = Journal.open(settings, this, home.resolve("spool/journal"), Clock.systemUTC());
        this.keeping = Thread.ofPlatform().start(this::run);
    }

    static JournalSettings settings(
            @Nullable Certificate certificate, boolean tls, long largest, int connections, Duration period) {
        return new JournalSettings(
                "district",
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                "archive.district.example",
                certificate,
                tls,
                new Admission(
                        List.of(Network.parse("127.0.0.0/8"), Network.parse("::1")),
                        List.of(),
                        List.of(JOURNAL, "@district.example")),
                largest,
                connections,
                period);
    }

    int smtp() {
        return journal.smtpPort();
    }

    int lmtp() {
        return journal.lmtpPort();
    }

    List<Reconciliation> runs() {
        return runs;
    }

    List<RuntimeException> failures() {
        return failures;
    }

    /** From now on nothing can be kept, or can again. */
    void breakDown(boolean isBroken) {
        broken = isBroken;
    }

    private void run() {
        try {
            journal.run(this);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Reconciliation keep(Source source) {
        if (broken) {
            throw new IllegalStateException("The disk is full");
        }
        DistrictAddresses district = new DistrictAddresses(
                Map.of("alias@district.example", new Custodian("clerk@district.example")),
                Set.of("district.example"),
                admission);
        try (Archive archive = Archive.writeYielding(home, Clock.systemUTC())) {
            current = archive;
            return new Ingest(Rooms.of(archive))
                    .run(
                            new IngestRequest(source, new IngestRequest.Custody.ByAddress(district, OTHERS)),
                            Progress.NONE);
        } finally {
            current = null;
        }
    }

    private volatile @Nullable Archive current;

    @Override
    public boolean isWanted() {
        Archive archive = current;
        return archive != null && archive.isWanted();
    }

    @Override
    public void ended(Reconciliation run) {
        runs.add(run);
    }

    @Override
    public void failed(RuntimeException failure, Duration pause) {
        failures.add(failure);
    }

    void stop() {
        journal.stop();
    }

    @Override
    public void close() {
        journal.close();
        try {
            keeping.join(60_000);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
