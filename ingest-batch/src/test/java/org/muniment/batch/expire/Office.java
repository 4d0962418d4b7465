package org.muniment.batch.expire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.disposition.BoardAction;
import org.muniment.archive.disposition.PlanId;
import org.muniment.archive.disposition.PlanRequest;
import org.muniment.archive.disposition.Planned;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.store.Digest;
import org.muniment.batch.LunchSchedule;
import org.muniment.batch.Rooms;
import org.muniment.batch.TestItem;
import org.muniment.batch.ingest.Ingest;
import org.muniment.batch.ingest.IngestRequest;
import org.muniment.batch.ingest.Progress;
import org.muniment.batch.ingest.SourceType;

/** A records office whose archive keeps mail about lunch for a year; everything else is pending. */
final class Office {
    static final ZoneId ZONE = ArchiveSettings.CALIFORNIA;
    static final Officer ORTIZ = new Officer("Maria Ortiz, Director of Records");
    static final Officer LEE = new Officer("Ann Lee, Superintendent");
    static final LocalDate PLANNED = LocalDate.of(2026, 3, 2);
    static final LocalDate GRACE_OVER = PLANNED.plusDays(30);

    private Office() {}

    /** Noon of a day. */
    static Clock on(LocalDate day) {
        return Clock.fixed(day.atTime(12, 0).atZone(ZONE).toInstant(), ZoneOffset.UTC);
    }

    /** A clock that is at noon of a day now, and goes on. */
    static Clock from(LocalDate day) {
        Instant now = Clock.systemUTC().instant();
        return Clock.offset(Clock.systemUTC(), Duration.between(now, on(day).instant()));
    }

    static Archive create(Path home) {
        return create(ArchiveSettings.embedded(home));
    }

    static Archive create(ArchiveSettings settings) {
        Archive archive = Archive.create(settings, on(PLANNED));
        changed(
                archive,
                () -> archive.retention()
                        .schedules()
                        .adopt(
                                LunchSchedule.YAML,
                                PLANNED,
                                ORTIZ,
                                LEE,
                                archive.clock().instant()));
        return archive;
    }

    static <T> T changed(Archive archive, Supplier<T> change) {
        T changed = archive.catalogue().transactions().execute(status -> change.get());
        if (changed == null) {
            throw new IllegalStateException("Nothing came of it");
        }
        return changed;
    }

    /** Takes in one mailbox for each custodian; gives the items about lunch and the others, by their number. */
    static Map<Integer, ItemId> collect(Archive archive, Path mail, int messages, Set<Integer> lunch) {
        return collect(archive, mail, messages, lunch, TestItem.EMAIL);
    }

    /** As many items of one kind. */
    static Map<Integer, ItemId> collect(Archive archive, Path mail, int messages, Set<Integer> lunch, TestItem kind) {
        Map<Integer, ItemId> items = new HashMap<>();
        StringBuilder[] boxes = {new StringBuilder(), new StringBuilder(), new StringBuilder()};
        for (int i = 0; i < messages; i++) {
            String message = message(kind, i, lunch.contains(i));
            items.put(i, ItemId.of(Digest.of(message.getBytes(StandardCharsets.UTF_8))));
            boxes[i % boxes.length].append(
                    kind == TestItem.PAGE_VERSION
                            ? message
                            : "From clerk@district.example Mon Mar  4 09:30:00 2024\n" + message + "\n");
        }
        try {
            for (int i = 0; i < boxes.length; i++) {
                Path box = Files.createDirectories(mail.resolve("clerk" + i + "@district.example"));
                Files.writeString(box.resolve(kind == TestItem.PAGE_VERSION ? "all.warc" : "all.mbox"), boxes[i]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        new Ingest(Rooms.of(archive))
                .run(
                        new IngestRequest(mail, SourceType.AUTO, new IngestRequest.Custody.ByFolder(Optional.empty())),
                        Progress.NONE);
        return items;
    }

    private static String message(TestItem kind, int number, boolean lunch) {
        byte[] bytes = kind.bytes(
                number,
                Instant.parse("2024-03-04T17:30:00Z"),
                (lunch ? "lunch " : "budget ") + number,
                "See you at noon, number " + number + ".");
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    static Planned propose(Archive archive) {
        return archive.disposal()
                .planner()
                .propose(new PlanRequest(
                        PLANNED, Set.of(), false, ORTIZ, archive.clock().instant()));
    }

    static void approve(Archive archive, PlanId plan) {
        changed(
                archive,
                () -> archive.disposal()
                        .plans()
                        .approve(
                                plan,
                                LEE,
                                new BoardAction(LocalDate.of(2026, 2, 10), "item 7.3"),
                                archive.clock().instant()));
    }

    /** Lets the breaker open and an officer close it again. */
    static void override(Archive archive, PlanId plan) {
        archive.disposal().destruction().destroy(plan, 1, archive.clock().instant());
        archive.catalogue()
                .transactions()
                .executeWithoutResult(status -> archive.disposal()
                        .trips()
                        .override(
                                plan.value(),
                                LEE,
                                "first purge",
                                archive.clock().instant()));
    }

    static List<Expired.CarriedOut> expire(Archive archive) {
        return new Expire(archive).run(Expire.Progress.NONE).carriedOut();
    }
}
