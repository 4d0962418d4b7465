package org.muniment.archive.disposition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Catalogue;
import org.muniment.archive.hold.HoldId;
import org.muniment.archive.hold.HoldKind;
import org.muniment.archive.hold.HoldScope;
import org.muniment.archive.hold.Holds;
import org.muniment.archive.hold.ReleaseVeto;
import org.muniment.archive.index.ItemDocument;
import org.muniment.archive.item.Arrival;
import org.muniment.archive.item.Collection;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.Items;
import org.muniment.archive.item.Reading;
import org.muniment.archive.item.Recorded;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.archive.item.Runs;
import org.muniment.archive.item.reading.ItemReader;
import org.muniment.archive.item.reading.ReadingLimits;
import org.muniment.archive.item.reading.Readings;
import org.muniment.archive.item.reading.Receipt;
import org.muniment.archive.item.reading.StoredItems;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.ledger.Ledger;
import org.muniment.archive.ledger.LedgerKey;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.query.ItemQueryParser;
import org.muniment.archive.schedule.Evaluation;
import org.muniment.archive.schedule.Evaluations;
import org.muniment.archive.schedule.Retention;
import org.muniment.archive.schedule.SeriesId;
import org.muniment.archive.store.Digest;
import org.muniment.archive.store.ObjectCorrupt;
import org.muniment.archive.store.ObjectMissing;
import org.muniment.archive.store.ObjectStore;
import org.muniment.archive.store.Spool;
import org.muniment.archive.store.SpoolWriter;
import org.springframework.transaction.support.TransactionTemplate;

/** A records office for tests: one catalogue, one object store, all registers, and the people who use them. */
final class RecordsOffice implements AutoCloseable {
    static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    static final Officer ORTIZ = new Officer("Maria Ortiz, Director of Records");
    static final Officer LEE = new Officer("Ann Lee, Superintendent");
    static final Officer CHO = new Officer("Dan Cho, Clerk of the Board");
    static final BoardAction ACTION = new BoardAction(LocalDate.of(2026, 2, 24), "item 7.3");
    static final LocalDate START = LocalDate.of(2026, 3, 2);

    final Catalogue catalogue;
    final ObjectStore objects;
    final Ledger ledger;
    final Items items;
    final Retention retention;
    final Holds holds;
    final Premises premises;
    final Disposal disposal;
    /** The day by which new items are classified. */
    LocalDate today = START;

    private final ItemReader reader;
    private final Readings readings;
    private final Path folder;

    RecordsOffice(Catalogue catalogue, ObjectStore objects, Path folder) {
        this(catalogue, objects, folder, catalogue.transactions(), key(folder));
    }

    static LedgerKey key(Path folder) {
        return LedgerKey.open(folder.resolve("ledger.key"), "district.example/test");
    }

    /** @param transactions those that planning and destruction run in */
    RecordsOffice(
            Catalogue catalogue, ObjectStore objects, Path folder, TransactionTemplate transactions, LedgerKey key) {
        this.catalogue = catalogue;
        this.objects = objects;
        this.folder = folder;
        this.ledger = new Ledger(catalogue.writer(), catalogue.reader(), key);
        this.items = new Items(catalogue.writer(), catalogue.reader(), ledger);
        this.retention = Retention.of(catalogue.writer(), catalogue.reader(), ledger, ZONE);
        this.holds = new Holds(catalogue.writer(), catalogue.reader(), ledger, ZONE, ReleaseVeto.NONE);
        this.reader = new ItemReader(ReadingLimits.DEFAULT, folder.resolve("reading"));
        this.readings = new Readings(reader);
        this.premises = new Premises(
                catalogue.writer(),
                catalogue.reader(),
                transactions,
                ledger,
                items,
                new Runs(catalogue.writer(), catalogue.reader(), ledger),
                retention,
                holds,
                new StoredItems(objects, reader, folder.resolve("spool")),
                objects,
                ZONE);
        this.disposal = Disposal.of(premises);
    }

    /** Ten in the morning of a day. */
    static Instant on(LocalDate day) {
        return day.atTime(LocalTime.of(10, 0)).atZone(ZONE).toInstant();
    }

    <T> T inTransaction(Supplier<T> change) {
        return Objects.requireNonNull(catalogue.transactions().execute(status -> change.get()));
    }

    void change(Runnable change) {
        catalogue.transactions().executeWithoutResult(status -> change.run());
    }

    void adopt(String yaml) {
        adopt(yaml, START);
    }

    void adopt(String yaml, LocalDate day) {
        change(() -> retention.schedules().adopt(yaml, LocalDate.EPOCH, ORTIZ, LEE, on(day)));
        settle(day);
    }

    void settle(LocalDate day) {
        change(() -> retention.evaluations().settle(day));
    }

    static byte[] mail(String subject, String words, @Nullable String references) {
        String id =
                Digest.of((subject + words).getBytes(StandardCharsets.UTF_8)).hex();
        return ("From: Ann <ann@district.example>\r\nTo: bob@district.example\r\nSubject: " + subject
                        + "\r\nMessage-ID: <"
                        + id + "@district.example>\r\n"
                        + (references == null ? "" : "References: " + references + "\r\n")
                        + "MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\n" + words + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A mail received at ten on a day; collected as an ingest does it. */
    ItemId collect(String subject, String words, LocalDate received, String... custodians) {
        return collect(mail(subject, words, null), on(received), custodians);
    }

    ItemId collect(byte[] bytes, @Nullable Instant received, String... custodians) {
        Digest digest = objects.put(new java.io.ByteArrayInputStream(bytes));
        objects.sync();
        Reading reading = read(digest, bytes, received);
        for (String custodian : custodians) {
            register(reading, custodian);
        }
        return ItemId.of(digest);
    }

    private Reading read(Digest digest, byte[] bytes, @Nullable Instant received) {
        try (SpoolWriter writer = new SpoolWriter(folder)) {
            writer.write(bytes);
            try (Spool spool = writer.finish()) {
                return readings.read(digest, spool, received == null ? Receipt.NONE : Receipt.byServer(received));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What an ingest does in one transaction. */
    private void register(Reading reading, String custodian) {
        ItemId id = reading.item().id();
        Collection collection = new Collection(
                id, new Custodian(custodian), "/mail", custodian + "/" + id, "Inbox", List.of(), on(START), "run-1");
        change(() -> {
            retention.evaluations().lock();
            Recorded recorded = items.record(List.of(new Arrival(reading, collection)));
            if (recorded.outcomes().getFirst() == Recorded.Outcome.STORED) {
                retention
                        .evaluations()
                        .find(START)
                        .ifPresent(evaluation -> retention
                                .classifications()
                                .record(
                                        Map.of(
                                                id,
                                                evaluation.classifyNew(new ItemDocument(reading, List.of(collection)))),
                                        evaluation.number()));
            }
        });
    }

    /** What the job that classifies again does, all at once. */
    void classifyAgain(LocalDate day) {
        settle(day);
        Evaluations evaluations = retention.evaluations();
        Evaluation now = evaluations.current(day);
        Map<ItemId, org.muniment.archive.schedule.Classification> found = new HashMap<>();
        for (Evaluations.Behind behind : evaluations.behind(now.number(), null, 10_000)) {
            try {
                found.put(behind.item(), now.classify(document(behind.item())));
            } catch (ObjectMissing | ObjectCorrupt unread) {
                continue;
            }
        }
        change(() -> {
            evaluations.lock();
            retention.classifications().record(found, now.number());
        });
    }

    ItemDocument document(ItemId id) {
        RegisteredItem item = items.find(id).orElseThrow();
        return new ItemDocument(premises.stored().read(item), items.collections(id));
    }

    HoldScope scope(@Nullable String query, String... custodians) {
        Set<Custodian> of = new LinkedHashSet<>();
        List.of(custodians).forEach(one -> of.add(new Custodian(one)));
        return new HoldScope(of, null, null, query == null ? null : new ItemQueryParser(ZONE).parse(query));
    }

    HoldId hold(HoldKind kind, HoldScope scope, LocalDate day) {
        String matter = holds.matter("Doe v. District")
                .orElseGet(() -> inTransaction(() -> holds.open("Doe v. District", ORTIZ, on(day))))
                .id();
        return inTransaction(() -> holds.place(matter, kind, scope, ORTIZ, on(day)))
                .id();
    }

    Planned propose(LocalDate day, String... series) {
        return propose(day, false, series);
    }

    Planned propose(LocalDate day, boolean unattended, String... series) {
        Set<SeriesId> of = new LinkedHashSet<>();
        List.of(series).forEach(one -> of.add(new SeriesId(one)));
        return disposal.planner().propose(new PlanRequest(day, of, unattended, ORTIZ, on(day)));
    }

    Plan approve(PlanId plan, LocalDate day) {
        return inTransaction(() -> disposal.plans().approve(plan, LEE, ACTION, on(day)));
    }

    /** Proposed, approved and condemned on a day. */
    PlanId condemned(LocalDate day, String... series) {
        PlanId plan = propose(day, series).plan().id();
        approve(plan, day);
        disposal.destruction().condemn(plan, on(day));
        return plan;
    }

    /** Overrides the breaker, which small offices always trip, and goes on to the end. */
    Batch destroyAll(PlanId plan, LocalDate day) {
        return switch (disposal.destruction().destroy(plan, 200, on(day))) {
            case Batch batch -> batch;
            case Step.Stopped stopped -> {
                change(() -> disposal.trips().override(plan.value(), LEE, "a small office", on(day)));
                yield (Batch) disposal.destruction().destroy(plan, 200, on(day));
            }
        };
    }

    boolean isThere(ItemId item) {
        return items.find(item).isPresent();
    }

    <T extends CustodyEvent> List<T> events(Class<T> type) {
        return ledger.entries(0, 100_000).stream()
                .map(entry -> entry.event())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    @Override
    public void close() {
        reader.close();
        catalogue.close();
    }
}
