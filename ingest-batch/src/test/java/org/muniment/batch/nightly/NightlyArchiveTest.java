package org.muniment.batch.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.disposition.PlanId;
import org.muniment.archive.hold.HoldKind;
import org.muniment.archive.hold.HoldScope;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.schedule.SeriesId;
import org.muniment.batch.LunchSchedule;
import org.muniment.batch.Rooms;
import org.muniment.batch.TestItem;
import org.muniment.batch.expire.Certify;
import org.muniment.batch.fixity.FixityCheck;
import org.muniment.batch.fixity.Verification;
import org.muniment.batch.ingest.Ingest;
import org.muniment.batch.ingest.IngestRequest;
import org.muniment.batch.ingest.IngestRequest.Custody;
import org.muniment.batch.ingest.ItemSource;
import org.muniment.batch.ingest.Progress;
import org.muniment.batch.ingest.Source;
import org.muniment.batch.ingest.SourceType;
import org.muniment.batch.ingest.sources.Account;
import org.muniment.batch.ingest.sources.FilesKind;
import org.muniment.batch.ingest.sources.SourceKind;
import org.muniment.batch.ingest.sources.SourceSettings;
import org.muniment.batch.ingest.sources.SourcesFile;
import org.muniment.batch.mailbox.Mailboxes;
import org.muniment.batch.mailbox.RegisteredMailbox;
import org.muniment.batch.nightly.NightReport.Outcome;
import org.springframework.jdbc.core.JdbcTemplate;

/** A night on a real archive: one mailbox, one transitory series, one standing authority. */
class NightlyArchiveTest {
    private static final Instant NIGHT = Instant.parse("2026-11-22T08:30:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final Officer CLERK = new Officer("Maria Ortiz, Director of Records");
    private static final Officer SUPERINTENDENT = new Officer("Ben Hall, Superintendent");
    private static final Custodian PRINCIPAL = new Custodian("principal@district.example");

    @TempDir
    private Path folder;

    private Archive open(Instant now) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        Path home = folder.resolve("archive");
        return ArchiveSettings.exist(home)
                ? Archive.write(home, clock)
                : Archive.create(ArchiveSettings.embedded(home), clock);
    }

    private void prepare(Archive archive) throws IOException {
        prepare(archive, TestItem.EMAIL);
    }

    /** A mailbox of items of one kind: a telephone system, too, delivers into mailboxes. */
    private void prepare(Archive archive, TestItem kind) throws IOException {
        archive.catalogue().transactions().executeWithoutResult(status -> {
            archive.retention()
                    .schedules()
                    .adopt(
                            LunchSchedule.YAML,
                            LocalDate.of(2020, 1, 1),
                            CLERK,
                            SUPERINTENDENT,
                            archive.clock().instant());
            archive.disposal()
                    .authorities()
                    .sign(
                            Set.of(new SeriesId("T1")),
                            CLERK,
                            SUPERINTENDENT,
                            archive.clock().instant());
        });
        Path mail = folder.resolve("mail");
        for (String part : List.of("cur", "new", "tmp")) {
            Files.createDirectories(mail.resolve(part));
        }
        for (int i = 0; i < 60; i++) {
            deliver(kind, mail, NIGHT.minus(Duration.ofDays(5)), "Budget " + i);
        }
        deliver(kind, mail, NIGHT.minus(Duration.ofDays(120)), "Old budget");
        deliver(kind, mail, NIGHT.minus(Duration.ofDays(500)), "Lunch on Tuesday");
        new Ingest(Rooms.of(archive))
                .run(new IngestRequest(mail, SourceType.AUTO, new Custody.One(PRINCIPAL)), Progress.NONE);
        archive.catalogue()
                .transactions()
                .executeWithoutResult(status -> new Mailboxes(
                                archive.catalogue().writer(),
                                archive.catalogue().reader())
                        .add(
                                RegisteredMailbox.Kind.MAILDIR,
                                Mailboxes.name(mail),
                                PRINCIPAL,
                                mail.toString(),
                                null,
                                archive.clock().instant()));
    }

    private static void deliver(TestItem kind, Path mail, Instant received, String subject) throws IOException {
        Files.write(
                mail.resolve("cur/" + received.getEpochSecond() + "." + subject.replace(' ', '-') + ".mail:2,S"),
                kind.bytes(subject.hashCode(), received, subject, "About " + subject));
    }

    private SourcesFile sources() {
        return new SourcesFile(
                folder.resolve("sources.yaml"),
                List.of(new FilesKind(folder.resolve("archive")), new Unreachable(folder.resolve("mail"))),
                Map.of());
    }

    /** The source of the mailbox, which does not answer tonight. */
    private record Unreachable(Path mail) implements SourceKind {
        @Override
        public String type() {
            return "unreachable";
        }

        @Override
        public List<Account> accounts(SourceSettings settings) {
            return List.of(new Account(new Silent(mail.toString()), new Custody.One(PRINCIPAL), Optional::empty));
        }
    }

    private record Silent(String name) implements Source {
        @Override
        public String type() {
            return "AUTO";
        }

        @Override
        public ItemSource open(Path spool) {
            throw new UncheckedIOException("the server does not answer", new IOException("refused"));
        }

        @Override
        public long bytes() {
            return -1;
        }
    }

    private NightReport night(Archive archive, LocalDate day) {
        return new Nightly(
                        archive,
                        sources(),
                        () -> "None are due",
                        new NightPages(folder.resolve("reports"), NightReportPage::html))
                .run(day, Instant.MAX, () -> false)
                .orElseThrow()
                .report();
    }

    private long mails() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("mail/cur"))) {
            return files.count();
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PAGE_VERSION")
    void aNightPurgesTheMailboxPlansUnderTheAuthorityAndWritesItsPage(TestItem kind) throws IOException {
        try (Archive archive = open(NIGHT)) {
            prepare(archive, kind);
            NightReport report = night(archive, DAY);
            assertThat(report.steps())
                    .allSatisfy(step -> assertThat(step.outcome())
                            .as(step.name() + ": " + step.words())
                            .isEqualTo(Outcome.DONE));
            assertThat(report.mailboxes())
                    .singleElement()
                    .satisfies(one -> assertThat(one.removed()).isEqualTo(2));
            assertThat(mails()).isEqualTo(60);
            assertThat(archive.items().holdings().items()).isEqualTo(62);
            assertThat(report.planned())
                    .singleElement()
                    .satisfies(plan -> assertThat(plan.items()).isEqualTo(1));
            assertThat(report.executed().condemned()).isEqualTo(1);
            assertThat(report.fixity()).isNotNull();
            assertThat(Files.readString(folder.resolve("reports/2026-11-22.html")))
                    .contains("removed 2 messages from mailboxes", "standing authority");
        }
        try (Archive archive = open(NIGHT.plus(Duration.ofDays(31)))) {
            NightReport later = night(archive, DAY.plusDays(31));
            assertThat(later.executed().destroyed()).isEqualTo(1);
            List<String> uncertified = later.executed().certificates();
            assertThat(uncertified).hasSize(1);
            assertThat(later.todo())
                    .anySatisfy(line ->
                            assertThat(line).contains("Issue the certificate of plan " + uncertified.getFirst()));
            new Certify(archive).certificate(new PlanId(uncertified.getFirst()), folder.resolve("papers"));
            assertThat(Uncertified.tasks(archive)).isEmpty();
            assertThat(archive.items().holdings().items()).isEqualTo(61);
        }
    }

    @Test
    void aSourceThatFailsIsOnThePageAndKeepsItsOwnMailboxOnly() throws IOException {
        try (Archive archive = open(NIGHT)) {
            prepare(archive);
            Files.writeString(folder.resolve("sources.yaml"), "sources:\n  - name: principal\n    type: unreachable\n");
            NightReport report = night(archive, DAY);
            assertThat(mails()).isEqualTo(62);
            assertThat(report.mailboxes())
                    .singleElement()
                    .satisfies(one -> assertThat(one.stopped()).contains("the server does not answer"));
            assertThat(report.alerts()).anySatisfy(line -> assertThat(line).contains("principal"));
            assertThat(report.planned()).isNotEmpty();
            Files.delete(folder.resolve("sources.yaml"));
            Files.writeString(
                    folder.resolve("sources.yaml"),
                    "sources:\n  - {name: m, type: files, path: mail, custodian: principal@district.example}\n");
            night(archive, DAY);
            assertThat(mails()).isEqualTo(60);
        }
    }

    @Test
    void aMailboxWithoutReadableDatesIsOnThePageAndLosesNothing() throws IOException {
        try (Archive archive = open(NIGHT)) {
            prepare(archive);
            try (Stream<Path> files = Files.list(folder.resolve("mail/cur"))) {
                for (Path file : files.toList()) {
                    Files.move(file, file.resolveSibling("x" + file.getFileName()));
                }
            }
            NightReport report = night(archive, DAY);
            assertThat(mails()).isEqualTo(62);
            assertThat(report.breakers())
                    .singleElement()
                    .asString()
                    .contains("nothing was removed", "none of its 62 messages a date of receipt");
            assertThat(report.alerts())
                    .anySatisfy(line -> assertThat(line).startsWith("62 messages of principal@district.example stay"));
            assertThat(report.todo()).anySatisfy(line -> assertThat(line).contains("tells no dates"));
        }
    }

    @Test
    void aFaultInTheArchiveStopsEveryRemoval() throws IOException {
        try (Archive archive = open(NIGHT)) {
            prepare(archive);
            try (Stream<Path> objects = Files.walk(folder.resolve("archive/objects/sha256"))) {
                Files.delete(objects.filter(Files::isRegularFile).findFirst().orElseThrow());
            }
            NightReport report = night(archive, DAY);
            assertThat(report.steps())
                    .extracting(NightReport.Step::outcome)
                    .startsWith(Outcome.DONE, Outcome.FAILED, Outcome.SKIPPED, Outcome.SKIPPED, Outcome.SKIPPED);
            assertThat(mails()).isEqualTo(62);
            assertThat(report.todo()).anySatisfy(line -> assertThat(line).contains("muniment verify"));
            assertThat(report.quiet()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PAGE_VERSION")
    void aHoldIsKeptToAndWaitingNoticesAreOnThePage(TestItem kind) throws IOException {
        try (Archive archive = open(NIGHT)) {
            prepare(archive, kind);
            archive.catalogue().transactions().executeWithoutResult(status -> {
                String matter =
                        archive.holds().open("Doe v. District", CLERK, NIGHT).id();
                archive.holds()
                        .place(
                                matter,
                                HoldKind.LITIGATION,
                                new HoldScope(Set.of(PRINCIPAL), null, null, null),
                                CLERK,
                                NIGHT);
            });
            NightReport report = night(archive, DAY);
            assertThat(mails()).isEqualTo(62);
            assertThat(report.planned())
                    .singleElement()
                    .satisfies(plan -> assertThat(plan.items()).isZero());
            assertThat(report.acknowledgements())
                    .singleElement()
                    .satisfies(one -> assertThat(one.custodian()).isEqualTo(PRINCIPAL.address()));
            assertThat(report.todo()).anySatisfy(line -> assertThat(line).contains("not acknowledged"));
        }
    }

    @Test
    void aRemovalThatOnlyTheLedgerOrOnlyTheRegisterKnowsIsAFault() throws IOException {
        try (Archive archive = open(NIGHT)) {
            prepare(archive);
            night(archive, DAY);
            assertThat(faults(archive)).isEmpty();
            change(archive, "update mailbox_removal set state = 'KEPT' where ordinal = 1");
            assertThat(faults(archive))
                    .singleElement()
                    .satisfies(fault -> assertThat(fault).contains("says the ledger, and its register does not"));
            change(archive, "update mailbox_removal set state = 'REMOVED'");
            change(
                    archive,
                    "insert into mailbox_removal select run, 99, place, item, size, state, reason, at"
                            + " from mailbox_removal where ordinal = 1");
            assertThat(faults(archive))
                    .singleElement()
                    .satisfies(fault -> assertThat(fault).contains("3 removals in their register, 2 in the ledger"));
        }
    }

    private static List<String> faults(Archive archive) {
        return new FixityCheck(archive, done -> {})
                .run(OptionalInt.empty(), List.of()).faults().stream()
                        .map(Verification.Fault::what)
                        .toList();
    }

    private static void change(Archive archive, String statement) {
        archive.catalogue()
                .transactions()
                .executeWithoutResult(
                        status -> new JdbcTemplate(archive.catalogue().writer()).update(statement));
    }
}
