package org.muniment.archive.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muniment.archive.hold.HoldDesk.BOARD;
import static org.muniment.archive.hold.HoldDesk.CLERK;
import static org.muniment.archive.hold.HoldDesk.DAY;
import static org.muniment.archive.hold.HoldDesk.NOON;
import static org.muniment.archive.hold.HoldDesk.ORTIZ;
import static org.muniment.archive.hold.HoldDesk.scope;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Catalogue;
import org.muniment.archive.hold.Notice.Step;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.ledger.Officer;

/** What letters and signed links promise on every database. */
abstract class AcknowledgementsContract {
    private static final NoticeText TEXT = new NoticeText("Please keep your records", "Dear clerk,\n\nkeep them.\n");
    private static final Custodian ALIAS = new Custodian("c.alias@district.example");
    private static final Instant LATER = NOON.plus(Duration.ofDays(2));

    @TempDir
    private Path folder;

    private HoldDesk desk;

    abstract Catalogue open(Path folder);

    @BeforeEach
    void openDesk() {
        desk = HoldDesk.open(open(folder), folder);
    }

    @AfterEach
    void closeCatalogue() {
        desk.catalogue().close();
    }

    private Letter send(HoldId hold, Custodian custodian) {
        return desk.inTransaction(
                () -> desk.notices().send(hold, custodian, Step.SENT, TEXT, Letter.Way.MAILED, ORTIZ, NOON));
    }

    private Notice acknowledge(NoticeLink link, Custodian... also) {
        return desk.inTransaction(() -> desk.notices().acknowledge(link, Set.of(also), LATER));
    }

    @Test
    void whatWasSentIsKeptWordByWord() {
        HoldId hold = desk.place(scope("*", CLERK, BOARD));
        Letter clerk = send(hold, CLERK);
        desk.change(() -> desk.notices().record(hold, BOARD, Step.SENT, ORTIZ, NOON));
        Letter reminder = desk.inTransaction(() -> desk.notices()
                .send(
                        hold,
                        CLERK,
                        Step.REMINDED,
                        new NoticeText("Again", "Please\n"),
                        Letter.Way.COPIED,
                        ORTIZ,
                        LATER));
        assertThat(desk.notices().letters(hold)).containsExactly(clerk, reminder);
        assertThat(clerk.notice()).isEqualTo(new Notice(hold, CLERK, Step.SENT, NOON, ORTIZ));
        assertThat(desk.notices().of(hold)).hasSize(3);
    }

    @Test
    void aLinkAcknowledgesItsOwnNoticeOnceAndAsTheCustodian() {
        HoldId hold = desk.place(scope("*", CLERK, BOARD));
        send(hold, CLERK);
        send(hold, BOARD);
        NoticeLink link = desk.notices().link(hold, CLERK);
        assertThat(desk.notices().acknowledgement(link)).isEmpty();
        Notice first = acknowledge(link);
        assertThat(first).isEqualTo(new Notice(hold, CLERK, Step.ACKNOWLEDGED, LATER, new Officer(CLERK.address())));
        Map<String, Set<String>> after = desk.rows();
        assertThat(acknowledge(link)).isEqualTo(first);
        assertThat(desk.rows()).isEqualTo(after);
        assertThat(desk.notices().acknowledgement(link)).contains(first);
        assertThat(desk.notices().outstanding(DAY, 14))
                .extracting(Notices.Outstanding::custodian)
                .containsExactly(BOARD);
        assertThat(desk.ledger().entriesFor(hold.value()))
                .filteredOn(entry -> entry.event() instanceof CustodyEvent.HoldNotice step
                        && step.step().equals("ACKNOWLEDGED"))
                .singleElement()
                .matches(entry -> !entry.json().contains("clerk"));
    }

    @Test
    void onePersonAcknowledgesForOwnAddressesThatWereTold() {
        HoldId hold = desk.place(scope("*", CLERK, ALIAS, BOARD));
        send(hold, CLERK);
        send(hold, ALIAS);
        acknowledge(desk.notices().link(hold, CLERK), CLERK, ALIAS, BOARD);
        assertThat(desk.notices().outstanding(DAY, 14))
                .extracting(Notices.Outstanding::custodian)
                .containsExactly(BOARD);
    }

    @Test
    void aNoticeThatWasNotSentIsNotAcknowledged() {
        HoldId hold = desk.place(scope("*", CLERK, BOARD));
        assertThatThrownBy(() -> desk.notices().link(hold, CLERK)).isInstanceOf(HoldRefused.class);
        send(hold, CLERK);
        for (NoticeLink wrong : List.of(
                new NoticeLink(hold, CLERK, LATER),
                new NoticeLink(hold, BOARD, NOON),
                new NoticeLink(new HoldId("H9"), CLERK, NOON))) {
            Map<String, Set<String>> before = desk.rows();
            assertThatThrownBy(() -> acknowledge(wrong))
                    .isInstanceOf(HoldRefused.class)
                    .hasMessageContaining("sent no such notice");
            assertThat(desk.rows()).isEqualTo(before);
        }
    }

    @Test
    void aLinkFollowedByManyAtOnceIsRecordedOnce() throws Exception {
        HoldId hold = desk.place(scope("*", CLERK));
        send(hold, CLERK);
        NoticeLink link = desk.notices().link(hold, CLERK);
        try (ExecutorService many = Executors.newFixedThreadPool(4)) {
            List<Future<Notice>> answers =
                    many.invokeAll(List.of(() -> acknowledge(link), () -> acknowledge(link), () -> acknowledge(link)));
            for (Future<Notice> answer : answers) {
                assertThat(answer.get().step()).isEqualTo(Step.ACKNOWLEDGED);
            }
        }
        assertThat(desk.notices().of(hold)).hasSize(2);
    }

    @Test
    void whatCameInAStretchOfTimeIsCountedWithoutItsEnd() {
        HoldId hold = desk.place(scope("*", CLERK));
        List<ItemId> items = IntStream.range(0, 5)
                .mapToObj(i -> new ItemId("%024x".formatted(i)))
                .toList();
        desk.change(() -> desk.caught().list(Map.of(hold, items.subList(0, 2)), NOON));
        desk.change(() -> desk.caught().list(Map.of(hold, items.subList(1, 5)), LATER));
        assertThat(desk.caught().count(hold, NOON, LATER)).isEqualTo(2);
        assertThat(desk.caught().count(hold, NOON, LATER.plusMillis(1))).isEqualTo(5);
        assertThat(desk.caught().latest(hold, NOON, LATER.plusMillis(1), 4))
                .extracting(CaughtItems.Caught::item)
                .containsExactly(items.get(2), items.get(3), items.get(4), items.get(0));
    }
}
