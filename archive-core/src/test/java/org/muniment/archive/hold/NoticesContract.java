package org.muniment.archive.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muniment.archive.hold.HoldDesk.BOARD;
import static org.muniment.archive.hold.HoldDesk.CLERK;
import static org.muniment.archive.hold.HoldDesk.DAY;
import static org.muniment.archive.hold.HoldDesk.EVERYTHING;
import static org.muniment.archive.hold.HoldDesk.NOON;
import static org.muniment.archive.hold.HoldDesk.ORTIZ;
import static org.muniment.archive.hold.HoldDesk.scope;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Catalogue;
import org.muniment.archive.hold.Notice.Step;
import org.muniment.archive.hold.Notices.Outstanding;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.ledger.CustodyEvent;

/** What the record of notices promises on every database. */
abstract class NoticesContract {
    private static final Custodian STRANGER = new Custodian("someone@elsewhere.example");

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

    private void record(HoldId hold, Custodian custodian, Step step, Instant at) {
        desk.change(() -> desk.notices().record(hold, custodian, step, ORTIZ, at));
    }

    private void refused(HoldId hold, Custodian custodian, Step step, String words) {
        Map<String, Set<String>> before = desk.rows();
        assertThatThrownBy(() -> record(hold, custodian, step, NOON))
                .isInstanceOf(HoldRefused.class)
                .hasMessageContaining(words);
        assertThat(desk.rows()).isEqualTo(before);
    }

    private static Instant later(int days) {
        return NOON.plus(Duration.ofDays(days));
    }

    @Test
    void everyStepIsARecordWithItsDayAndInTheLedgerWithoutTheName() {
        HoldId hold = desk.place(scope("*", CLERK, BOARD));
        record(hold, CLERK, Step.SENT, NOON);
        record(hold, CLERK, Step.REMINDED, later(7));
        record(hold, CLERK, Step.ACKNOWLEDGED, later(8));
        assertThat(desk.notices().of(hold))
                .containsExactly(
                        new Notice(hold, CLERK, Step.SENT, NOON, ORTIZ),
                        new Notice(hold, CLERK, Step.REMINDED, later(7), ORTIZ),
                        new Notice(hold, CLERK, Step.ACKNOWLEDGED, later(8), ORTIZ));
        assertThat(desk.ledger().entriesFor(hold.value()))
                .filteredOn(entry -> entry.event() instanceof CustodyEvent.HoldNotice)
                .hasSize(3)
                .noneMatch(entry -> entry.json().contains("clerk"));
    }

    @Test
    void whoHasNotAcknowledgedIsOutstandingWithTheDayOfTheNextReminder() {
        HoldId hold = desk.place(scope("*", CLERK, BOARD));
        assertThat(desk.notices().outstanding(DAY, 14))
                .containsExactly(
                        new Outstanding(hold, BOARD, null, 0, DAY), new Outstanding(hold, CLERK, null, 0, DAY));
        record(hold, CLERK, Step.SENT, NOON);
        record(hold, BOARD, Step.SENT, NOON);
        record(hold, BOARD, Step.ACKNOWLEDGED, later(1));
        assertThat(desk.notices().outstanding(DAY, 14))
                .containsExactly(new Outstanding(hold, CLERK, NOON, 0, DAY.plusDays(14)));
        record(hold, CLERK, Step.REMINDED, later(14));
        assertThat(desk.notices().outstanding(DAY, 14))
                .containsExactly(new Outstanding(hold, CLERK, NOON, 1, DAY.plusDays(28)));
        desk.release(hold, 30);
        assertThat(desk.notices().outstanding(DAY.plusDays(29), 14)).hasSize(1);
        assertThat(desk.notices().outstanding(DAY.plusDays(30), 14)).isEmpty();
    }

    @Test
    void stepsThatDoNotFollowAreRefused() {
        HoldId hold = desk.place(scope("*", CLERK));
        refused(hold, STRANGER, Step.SENT, "not on the mailbox of someone@elsewhere.example but of clerk@");
        refused(hold, CLERK, Step.REMINDED, "nothing to remind of");
        refused(hold, CLERK, Step.ACKNOWLEDGED, "nothing to acknowledge");
        record(hold, CLERK, Step.SENT, NOON);
        refused(hold, CLERK, Step.SENT, "record a reminder instead");
        refused(hold, CLERK, Step.RELEASED, "is not released");
        record(hold, CLERK, Step.ACKNOWLEDGED, NOON);
        refused(hold, CLERK, Step.ACKNOWLEDGED, "acknowledged already");
        refused(hold, CLERK, Step.REMINDED, "acknowledged already");
        desk.release(hold, 30);
        record(hold, CLERK, Step.RELEASED, NOON);
        refused(hold, CLERK, Step.RELEASED, "already");
        refused(new HoldId("H9"), CLERK, Step.SENT, "There is no hold H9");
    }

    @Test
    void aHoldOnEverybodyMayBeToldToAnyone() {
        HoldId hold = desk.place(EVERYTHING);
        assertThat(desk.notices().outstanding(DAY, 14)).isEmpty();
        record(hold, STRANGER, Step.SENT, NOON);
        assertThat(desk.notices().outstanding(DAY, 14))
                .containsExactly(new Outstanding(hold, STRANGER, NOON, 0, DAY.plusDays(14)));
    }
}
