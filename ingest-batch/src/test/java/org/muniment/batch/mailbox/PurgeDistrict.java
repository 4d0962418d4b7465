package org.muniment.batch.mailbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Catalogue;
import org.muniment.archive.disposition.Trips;
import org.muniment.archive.hold.HoldKind;
import org.muniment.archive.hold.HoldScope;
import org.muniment.archive.hold.Holds;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.ledger.Entry;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.store.FileObjectStore;
import org.muniment.archive.store.ObjectStore;
import org.muniment.batch.MemoryIndex;
import org.muniment.batch.Rooms;
import org.muniment.batch.TestArchive;
import org.muniment.batch.ingest.Ingest;
import org.muniment.batch.ingest.IngestRequest;
import org.muniment.batch.ingest.IngestRequest.Custody;
import org.muniment.batch.ingest.Progress;
import org.muniment.batch.ingest.SourceType;

/** A small district: an archive, a principal with a mailbox, a clock that is moved by hand. */
final class PurgeDistrict implements AutoCloseable {
    static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    /** Half past midnight. */
    static final Instant NIGHT = Instant.parse("2026-11-22T08:30:00Z");

    static final Instant OLD = NIGHT.minus(Duration.ofDays(100));
    static final Instant RECENT = NIGHT.minus(Duration.ofDays(10));
    static final Custodian PRINCIPAL = new Custodian("principal@district.example");
    static final Officer CLERK = new Officer("Maria Ortiz, Director of Records");
    static final String SCHEDULE = """
            schedule: mailbox-test
            title: Only what the mailbox purge needs
            zone: America/Los_Angeles
            mailbox-purge: P90D
            unmatched: T9
            series:
              - id: T9
                title: Everything
                class: 2
                standing: record
                keep: until reclassified
                cite: "AR 7203 D.2"
                basis: PRAC
                verified: true
            """;

    private final Moving clock = new Moving();
    private final Path folder;
    private final Catalogue catalogue;
    private final ObjectStore store;
    final TestMaildir maildir;
    final Rooms rooms;
    final Holds holds;
    final Trips trips;

    PurgeDistrict(Catalogue catalogue, Path folder) {
        this.folder = folder;
        this.catalogue = catalogue;
        this.store = new FileObjectStore(folder.resolve("objects"));
        this.maildir = new TestMaildir(folder.resolve("mail"));
        Rooms opened = TestArchive.open(catalogue, store, new MemoryIndex(), folder);
        this.rooms = new Rooms(
                opened.catalogue(),
                opened.store(),
                opened.reader(),
                opened.items(),
                opened.runs(),
                opened.ledger(),
                opened.retention(),
                opened.holds(),
                opened.caught(),
                opened.index(),
                opened.spool(),
                clock);
        this.holds = rooms.holds();
        this.trips = new Trips(catalogue.writer(), catalogue.reader(), rooms.ledger());
    }

    private static final class Moving extends Clock {
        private Instant now = NIGHT;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    void pass(Duration time) {
        clock.now = clock.now.plus(time);
    }

    PurgeDistrict adopted() {
        in(() -> rooms.retention()
                .schedules()
                .adopt(
                        SCHEDULE,
                        LocalDate.of(2020, 1, 1),
                        CLERK,
                        new Officer("Ben Hall, Superintendent"),
                        clock.instant()));
        return this;
    }

    /** So many messages, each with other words. */
    PurgeDistrict deliver(int messages, String box, @Nullable Instant received, String flags) {
        for (int i = 0; i < messages; i++) {
            String words = box + " " + received + " " + flags + " " + i;
            maildir.deliver(box, received, flags, "Subject: " + words + "\n\nBody of " + words + "\n");
        }
        return this;
    }

    PurgeDistrict takeIn() {
        takeIn(maildir.root(), PRINCIPAL);
        return this;
    }

    void takeIn(Path source, Custodian custodian) {
        new Ingest(rooms).run(new IngestRequest(source, SourceType.AUTO, new Custody.One(custodian)), Progress.NONE);
    }

    RegisteredMailbox mailbox() {
        return mailbox(null);
    }

    RegisteredMailbox mailbox(@Nullable Period keep) {
        RegisteredMailbox[] added = new RegisteredMailbox[1];
        in(() -> added[0] = new Mailboxes(catalogue.writer(), catalogue.reader())
                .add(
                        RegisteredMailbox.Kind.MAILDIR,
                        Mailboxes.name(maildir.root()),
                        PRINCIPAL,
                        maildir.root().toString(),
                        keep,
                        clock.instant()));
        return added[0];
    }

    MailboxPurge purge() {
        return new MailboxPurge(rooms, trips, MailServers.none()::open);
    }

    MailboxPurge purge(UnaryOperator<Mailbox> server) {
        return new MailboxPurge(rooms, trips, mailbox -> server.apply(new MaildirMailbox(Path.of(mailbox.name()))));
    }

    MailboxReport run() {
        return purge().run(mailbox(), () -> false);
    }

    MailboxReport run(UnaryOperator<Mailbox> server) {
        return purge(server).run(mailbox(), () -> false);
    }

    void hold(Custodian... custodians) {
        in(() -> {
            String matter = holds.open("Matter " + holds.matters().size(), CLERK, clock.instant())
                    .id();
            holds.place(
                    matter,
                    HoldKind.LITIGATION,
                    new HoldScope(Set.of(custodians), custodians.length == 0 ? LocalDate.EPOCH : null, null, null),
                    CLERK,
                    clock.instant());
        });
    }

    void in(Runnable changes) {
        catalogue.transactions().executeWithoutResult(status -> changes.run());
    }

    /** What the ledger says was removed. */
    List<CustodyEvent.RemovedFromMailbox> removals() {
        return rooms.ledger().entries(0, 100_000).stream()
                .map(Entry::event)
                .filter(CustodyEvent.RemovedFromMailbox.class::isInstance)
                .map(CustodyEvent.RemovedFromMailbox.class::cast)
                .toList();
    }

    /** The files of all objects. */
    List<Path> objects() {
        try (Stream<Path> all = Files.walk(folder.resolve("objects/sha256"))) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static long kept(MailboxReport report, KeptFor reason) {
        return report.kept().stream()
                .filter(one -> one.reason() == reason)
                .mapToLong(MailboxReport.Kept::messages)
                .sum();
    }

    @Override
    public void close() {
        store.close();
        catalogue.close();
    }
}
