package org.muniment.batch.holding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.hold.HoldKind;
import org.muniment.archive.hold.HoldScope;
import org.muniment.archive.hold.LegalHold;
import org.muniment.archive.hold.Letter;
import org.muniment.archive.hold.Notice.Step;
import org.muniment.archive.hold.NoticeLink;
import org.muniment.archive.hold.NoticeLinks;
import org.muniment.archive.hold.NoticeText;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.people.DirectoryEntry;
import org.muniment.archive.query.ItemQueryParser;
import org.muniment.batch.LunchSchedule;
import org.muniment.batch.Rooms;
import org.muniment.batch.TestItem;
import org.muniment.batch.ingest.Ingest;
import org.muniment.batch.ingest.IngestRequest;
import org.muniment.batch.ingest.IngestRequest.Custody;
import org.muniment.batch.ingest.Progress;
import org.muniment.batch.ingest.SourceType;
import org.muniment.batch.lookback.LookBack;

/** What holds mean for the items of an archive: before they are placed, week by week, and in letters. */
class HoldingTest {
    private static final Instant NOW = Instant.parse("2026-11-22T20:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Officer ORTIZ = new Officer("Maria Ortiz, Director of Records");
    private static final String CLERK = "clerk@district.example";
    private static final String ALIAS = "records@district.example";
    private static final String BOARD = "board@district.example";

    @TempDir
    private Path folder;

    private Archive archive;

    @BeforeEach
    void takeMailIn() throws IOException {
        archive = Archive.create(
                ArchiveSettings.embedded(folder.resolve("archive")),
                Clock.fixed(NOW, ZoneOffset.UTC),
                LunchSchedule.YAML);
        archive.catalogue()
                .transactions()
                .executeWithoutResult(status -> archive.people()
                        .take(
                                List.of(
                                        entry("1", "Cleo Clerk", null, CLERK, ALIAS),
                                        entry("2", "Bo Board", TODAY.plusDays(3), BOARD)),
                                "0".repeat(64),
                                ORTIZ,
                                NOW));
        // Received a year and a day, a year less twenty days, and half a year ago.
        collect(
                CLERK,
                "2025-11-21 Lunch old",
                "2025-11-21 Budget old",
                "2025-12-12 Lunch soon",
                "2026-05-22 Lunch later");
        collect(BOARD, "2025-11-20 Lunch of the board");
    }

    private static DirectoryEntry entry(
            String employee, String name, @Nullable LocalDate separated, String... addresses) {
        return new DirectoryEntry(
                Integer.parseInt(employee), employee, name, List.of(addresses), "", "", null, separated);
    }

    @AfterEach
    void closeArchive() {
        archive.close();
    }

    /** Mail of the days that stand before the subjects. */
    private void collect(String custodian, String... messages) throws IOException {
        collect(TestItem.EMAIL, custodian, messages);
    }

    private void collect(TestItem kind, String custodian, String... messages) throws IOException {
        Path mail = Files.createTempDirectory(folder, "mail");
        for (String message : messages) {
            Instant received =
                    LocalDate.parse(message.substring(0, 10)).atTime(20, 0).toInstant(ZoneOffset.UTC);
            Files.write(
                    mail.resolve(message + kind.suffix()),
                    kind.bytes(message.hashCode(), received, message.substring(11), "Yes."));
        }
        new Ingest(Rooms.of(archive))
                .run(
                        new IngestRequest(mail, SourceType.AUTO, new Custody.One(new Custodian(custodian))),
                        Progress.NONE);
    }

    private HoldScope scope(@Nullable String query, String... custodians) {
        return new HoldScope(
                Set.of(custodians).stream().map(Custodian::new).collect(Collectors.toSet()),
                null,
                null,
                query == null ? null : new ItemQueryParser(archive.settings().zone()).parse(query));
    }

    private LegalHold place(HoldScope scope) {
        LegalHold placed =
                Objects.requireNonNull(archive.catalogue().transactions().execute(status -> {
                    String matter =
                            archive.holds().open("Doe v. District", ORTIZ, NOW).id();
                    return archive.holds().place(matter, HoldKind.LITIGATION, scope, ORTIZ, NOW);
                }));
        new LookBack(Rooms.of(archive)).run(placed.id());
        return placed;
    }

    @Test
    void aPreviewCountsWhatIsDueTonightAndWhatAnotherHoldKeeps() {
        HoldPreview all = HoldPreview.of(archive, scope(null, CLERK, BOARD, "nobody@district.example"));
        assertThat(all.items()).isEqualTo(5);
        assertThat(all.alreadyHeld()).as("the board member leaves").isEqualTo(1);
        assertThat(all.dueTonight()).isEqualTo(1);
        assertThat(all.dueSoon()).isEqualTo(2);
        assertThat(all.mailboxes())
                .containsExactly(new HoldPreview.Mailbox(BOARD, 1), new HoldPreview.Mailbox(CLERK, 4));
        assertThat(all.neverCollected()).containsExactly("nobody@district.example");
        assertThat(all.inVault()).isZero();
        place(scope("old"));
        HoldPreview after = HoldPreview.of(archive, scope(null, CLERK, BOARD));
        assertThat(after.alreadyHeld()).isEqualTo(3);
        assertThat(after.dueTonight()).isZero();
        assertThat(HoldPreview.of(archive, scope("lunch")).items()).isEqualTo(4);
    }

    @Test
    void aPreviewIsWhatTheHoldThenCatches() {
        HoldScope scope = scope("lunch", CLERK, ALIAS);
        HoldPreview before = HoldPreview.of(archive, scope);
        Caught caught = Caught.by(archive, place(scope).id());
        assertThat(caught.items()).isEqualTo(before.items()).isEqualTo(3);
        assertThat(caught.dueSoon()).isEqualTo(before.dueSoon()).isEqualTo(2);
        assertThat(before.neverCollected())
                .as("an alias has no mailbox of its own")
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsFoundBeforeAHoldIsCaughtByItAndSoIsWhatComesLater(TestItem kind) throws IOException {
        collect(kind, BOARD, "2025-11-21 Bleachers at the field", "2026-05-22 Bleachers again");
        HoldScope scope = scope("bleachers kind:" + kind.kind().name().toLowerCase(Locale.ROOT));
        HoldPreview before = HoldPreview.of(archive, scope);
        assertThat(before.items()).isEqualTo(2);
        LegalHold hold = place(scope);
        assertThat(Caught.by(archive, hold.id()).items()).isEqualTo(2);
        collect(kind, CLERK, "2026-11-21 Bleachers today", "2026-11-21 Budget today");
        assertThat(Caught.by(archive, hold.id()).items()).isEqualTo(3);
        assertThat(archive.caughtItems().counts()).containsEntry(hold.id(), 3L);
    }

    @Test
    void aWeekTellsNewItemsLeaversAndSourcesThatFailed() throws IOException {
        LegalHold hold = place(scope("lunch", CLERK, BOARD));
        collect(CLERK, "2026-11-21 Lunch today", "2026-11-21 Budget today");
        HoldWeek week = HoldWeek.of(archive, hold, TODAY);
        assertThat(week.from()).isEqualTo(TODAY.minusDays(6));
        assertThat(week.leaving()).containsExactly(new HoldWeek.Leaving("Bo Board", BOARD, TODAY.plusDays(3)));
        assertThat(week.failing()).isEmpty();
        assertThat(week.added()).isEqualTo(archive.caughtItems().counts().get(hold.id()));
        assertThat(HoldWeek.of(archive, hold, TODAY.minusDays(7)).added()).isZero();
        assertThat(HoldWeek.of(archive, hold, TODAY.plusDays(20)).isQuiet()).isTrue();
    }

    @Test
    void oneLetterTellsAPersonForAllAddressesAndItsLinkAcknowledgesThem() {
        LegalHold hold = place(scope(null, CLERK, ALIAS));
        Recipient clerk = Recipient.of(archive, hold).getFirst();
        assertThat(Recipient.of(archive, hold)).hasSize(1);
        assertThat(clerk.name()).isEqualTo("Cleo Clerk");
        assertThat(clerk.custodian()).isEqualTo(new Custodian(CLERK));
        HoldLetters letters = new HoldLetters(archive, "https://records.district.example");
        NoticeText text = letters.write(hold, clerk, Step.SENT, ORTIZ, NOW);
        letters.record(hold, clerk, Step.SENT, text, Letter.Way.COPIED, ORTIZ, NOW);
        String token = text.body().replaceAll("(?s).*district.example/acknowledge/(\\S+).*", "$1");
        NoticeLink link = new NoticeLinks(archive.ledger()).read(token).orElseThrow();
        assertThat(archive.notices().letters(hold.id()))
                .hasSize(2)
                .noneMatch(letter -> letter.text().body().contains(token));
        archive.catalogue()
                .transactions()
                .executeWithoutResult(
                        status -> archive.notices().acknowledge(link, Mailboxes.ofPerson(archive, CLERK), NOW));
        assertThat(archive.notices().outstanding(TODAY, 14))
                .noneMatch(one -> one.hold().equals(hold.id()));
        assertThat(Recipient.of(archive, hold).getFirst().step(Step.ACKNOWLEDGED))
                .isPresent();
    }
}
