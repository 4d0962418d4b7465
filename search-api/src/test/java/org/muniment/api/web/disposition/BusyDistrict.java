package org.muniment.api.web.disposition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.muniment.api.web.TestDistrict;
import org.muniment.archive.Archive;
import org.muniment.archive.disposition.BoardAction;
import org.muniment.archive.disposition.Plan;
import org.muniment.archive.disposition.PlanId;
import org.muniment.archive.disposition.PlanRequest;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.people.DirectoryEntry;
import org.muniment.archive.people.Person;
import org.muniment.archive.schedule.Classifications.Due;
import org.muniment.archive.schedule.SeriesId;
import org.muniment.batch.expire.Certify;
import org.muniment.batch.expire.Expire;
import org.muniment.batch.nightly.NightPages;
import org.muniment.batch.nightly.NightReport;

/** The sample district in the middle of its work: something destroyed, in the vault, proposed; somebody leaving; a night. */
public final class BusyDistrict {
    /** The day on which it is seen. */
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2030-09-05T18:00:00Z"), ZoneOffset.UTC);

    private static final Clock BEFORE = Clock.offset(CLOCK, Duration.ofDays(-35));
    private static final Officer ORTIZ = new Officer("Maria Ortiz, Director of Records");
    private static final Officer LEE = new Officer("Ben Hall, Superintendent");

    private BusyDistrict() {}

    /** Makes it in a folder that is not there yet. */
    public static Path make(Path target) {
        Path home = TestDistrict.copy(target);
        try (Archive archive = Archive.write(home, BEFORE)) {
            directory(archive);
            adopt(archive);
            Map<SeriesId, Long> due = due(archive);
            SeriesId first = due.entrySet().stream()
                    .max(Comparator.comparingLong(Map.Entry::getValue))
                    .orElseThrow()
                    .getKey();
            approve(archive, plan(archive, Set.of(first)));
            new Expire(archive).run(Expire.Progress.NONE);
        }
        try (Archive archive = Archive.write(home, CLOCK)) {
            new Expire(archive).run(Expire.Progress.NONE);
            archive.catalogue()
                    .transactions()
                    .executeWithoutResult(status -> archive.disposal()
                            .trips()
                            .override("P1", LEE, "The first purge of this series", CLOCK.instant()));
            new Expire(archive).run(Expire.Progress.NONE);
            new Certify(archive).certificate(new PlanId("P1"), certificates(home));
            approve(archive, plan(archive, Set.of()));
            new Expire(archive).run(Expire.Progress.NONE);
            LocalDate later = archive.retention().day(CLOCK.instant()).plusYears(1);
            archive.disposal().planner().propose(new PlanRequest(later, Set.of(), false, ORTIZ, CLOCK.instant()));
            archive.ledger().checkpoint();
        }
        new NightPages(home.resolve("reports"), report -> "").write(night());
        return home;
    }

    private static Path certificates(Path home) {
        try {
            return Files.createDirectories(home.resolve("certificates/P1/1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void directory(Archive archive) {
        List<DirectoryEntry> people = List.of(
                entry(1, "Sam Reyes", "teacher.r12@district.example", "Teacher"),
                entry(2, "Priya Natarajan", "cbo@district.example", "Chief Business Officer"),
                entry(3, "Dana Whitfield", "principal@district.example", "Principal"),
                entry(4, "Lou Park", "board.secretary@district.example", "Board secretary"));
        archive.catalogue()
                .transactions()
                .executeWithoutResult(status -> archive.people().take(people, "0".repeat(64), ORTIZ, BEFORE.instant()));
        Person leaver = archive.people().find("teacher.r12@district.example").orElseThrow();
        archive.catalogue()
                .transactions()
                .executeWithoutResult(status ->
                        archive.people().separate(leaver.id(), LocalDate.of(2030, 9, 6), ORTIZ, BEFORE.instant()));
    }

    private static DirectoryEntry entry(int line, String name, String address, String role) {
        return new DirectoryEntry(line, String.valueOf(line), name, List.of(address), role, "Lincoln", null, null);
    }

    /** Two officers adopt the schedule that is in force, so that something may be destroyed by it. */
    public static void adopt(Archive archive) {
        String yaml = archive.retention()
                .schedules()
                .inForce(archive.retention().day(archive.clock().instant()))
                .orElseThrow()
                .yaml();
        archive.catalogue()
                .transactions()
                .executeWithoutResult(status -> archive.retention()
                        .schedules()
                        .adopt(
                                yaml,
                                LocalDate.of(2026, 7, 1),
                                ORTIZ,
                                LEE,
                                archive.clock().instant()));
    }

    private static Map<SeriesId, Long> due(Archive archive) {
        try (var due = archive.retention()
                .classifications()
                .due(archive.retention().day(archive.clock().instant()))) {
            return due.map(Due::series).collect(Collectors.groupingBy(one -> one, Collectors.counting()));
        }
    }

    private static Plan plan(Archive archive, Set<SeriesId> series) {
        Instant now = archive.clock().instant();
        return archive.disposal()
                .planner()
                .propose(new PlanRequest(archive.retention().day(now), series, false, ORTIZ, now))
                .plan();
    }

    private static void approve(Archive archive, Plan plan) {
        archive.catalogue()
                .transactions()
                .executeWithoutResult(status -> archive.disposal()
                        .plans()
                        .approve(
                                plan.id(),
                                LEE,
                                new BoardAction(LocalDate.of(2030, 7, 9), "item 7.3"),
                                archive.clock().instant()));
    }

    private static NightReport night() {
        Instant began = CLOCK.instant().minus(Duration.ofHours(10));
        return new NightReport(
                LocalDate.of(2030, 9, 5),
                1,
                "America/Los_Angeles",
                "district.example/test",
                began,
                began.plusSeconds(900),
                List.of(
                        new NightReport.Step(
                                "Collecting",
                                NightReport.Outcome.DONE,
                                "4 of 4 sources were taken in and add up",
                                31.2),
                        new NightReport.Step(
                                "Mailboxes", NightReport.Outcome.STOPPED, "a mailbox would lose more than 10 %", 4.0)),
                new NightReport.Fixity(1000, 200, List.of()),
                List.of(new NightReport.MailboxLine(
                        "cbo@district.example",
                        "/mail/cbo",
                        9210,
                        112,
                        List.of(new NightReport.Counted("too young", 9098)),
                        null)),
                List.of(),
                new NightReport.Executed(12, 3, List.of(), List.of("P1")),
                List.of("The mailbox of cbo@district.example: nothing more was removed"),
                List.of(),
                List.of(),
                List.of(),
                List.of("Decide on plan P3: 40 items wait for the board's action and a second person"));
    }
}
