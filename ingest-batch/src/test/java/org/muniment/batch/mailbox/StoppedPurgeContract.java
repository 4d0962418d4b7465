package org.muniment.batch.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muniment.batch.mailbox.PurgeDistrict.CLERK;
import static org.muniment.batch.mailbox.PurgeDistrict.NIGHT;
import static org.muniment.batch.mailbox.PurgeDistrict.OLD;
import static org.muniment.batch.mailbox.PurgeDistrict.PRINCIPAL;
import static org.muniment.batch.mailbox.PurgeDistrict.RECENT;
import static org.muniment.batch.mailbox.PurgeDistrict.kept;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.muniment.archive.disposition.DispositionRefused;
import org.muniment.archive.item.Run;
import org.muniment.archive.item.Tally;

/** What stops a purge of a mailbox before anything is removed, on every database. */
abstract class StoppedPurgeContract extends PurgedMailbox {
    @Test
    void moreThanFivePercentOfTheMailboxStopsTheRunUntilAnOfficerLetsItGoOnOnce() {
        district.adopted()
                .deliver(20, "INBOX", RECENT, "")
                .deliver(8, "INBOX", OLD, "")
                .takeIn();
        MailboxReport stopped = district.run();
        assertThat(stopped.removed()).isZero();
        assertThat(stopped.stopped()).contains("8 of the 28").contains("more than 5 %");
        assertThat(kept(stopped, KeptFor.RUN_STOPPED)).isEqualTo(8);
        assertThat(district.maildir.files()).hasSize(28);
        assertThat(district.trips.latest(9))
                .singleElement()
                .satisfies(trip -> assertThat(trip.run()).isEqualTo(stopped.run()));

        district.deliver(3, "Sent", OLD, "").takeIn();
        district.purge().override(district.mailbox(), CLERK, "The first purge of this mailbox");
        assertThatThrownBy(() -> district.purge().override(district.mailbox(), CLERK, "Again"))
                .isInstanceOf(DispositionRefused.class);
        MailboxReport gone = district.run();
        assertThat(gone.run()).isEqualTo(stopped.run());
        assertThat(gone.removed()).isEqualTo(8);
        assertThat(district.maildir.files()).hasSize(23);

        MailboxReport again = district.run();
        assertThat(again.removed()).isZero();
        assertThat(again.stopped()).contains("more than 5 %");
        assertThat(district.maildir.files()).hasSize(23);
    }

    @Test
    void fourPercentEveryHourIsStoppedAtTheDaysFivePercent() {
        district.adopted()
                .deliver(96, "INBOX", RECENT, "")
                .deliver(4, "INBOX", OLD, "")
                .takeIn();
        assertThat(district.run().removed()).isEqualTo(4);
        district.deliver(4, "Sent", OLD, "").takeIn();
        assertThat(district.run().stopped()).contains("8 of the 104");
        assertThat(district.removals()).hasSize(4);
    }

    @Test
    void anUnusualNightIsStopped() {
        district.adopted()
                .deliver(200, "INBOX", RECENT, "")
                .deliver(2, "INBOX", OLD, "")
                .takeIn();
        assertThat(district.run().removed()).isEqualTo(2);
        district.pass(Duration.ofDays(1));
        district.deliver(5, "Sent", OLD, "").takeIn();
        assertThat(district.run().stopped()).contains("times what is removed on a usual day (2)");
        assertThat(district.removals()).hasSize(2);
    }

    /** Named in the issue: nothing is deleted, and the breaker says so. */
    @Test
    void aServerThatIgnoresTheDateFilterAndOffersEveryMailAsOldLosesNothing() {
        district.adopted().deliver(100, "INBOX", RECENT, "S").takeIn();
        MailboxReport report = district.run(Meddling.allReceived(OLD));
        assertThat(report.removed()).isZero();
        assertThat(report.stopped()).contains("100 of the 100");
        assertThat(district.maildir.files()).hasSize(100);
        assertThat(district.removals()).isEmpty();
        assertThat(district.trips.latest(9)).hasSize(1);
    }

    @Test
    void aMailboxThatWasNotReconciledIsNotPurgedAndThatCannotBeOverridden() {
        district.adopted()
                .deliver(40, "INBOX", RECENT, "")
                .deliver(2, "INBOX", OLD, "")
                .takeIn();
        Run open = new Run(
                "99991231T000000Z-open",
                district.maildir.root().toString(),
                PRINCIPAL.address(),
                "AUTO",
                Run.State.OPEN,
                NIGHT,
                null,
                Duration.ZERO,
                Tally.NONE);
        district.in(() -> district.rooms.runs().begin(open));
        MailboxReport report = district.run();
        assertThat(report.removed()).isZero();
        assertThat(report.stopped()).contains("an ingest of it was interrupted");
        assertThat(district.trips.latest(9)).hasSize(1);
        assertThatThrownBy(() -> district.purge().override(district.mailbox(), CLERK, "Never mind"))
                .isInstanceOf(PurgeRefused.class)
                .hasMessageContaining("can't be overridden");
        assertThat(district.purge().rehearse(district.mailbox()).stopped()).contains("an ingest of it was interrupted");
    }

    @Test
    void withoutAnAdoptedScheduleAllMailStays() {
        district.deliver(40, "INBOX", RECENT, "").deliver(2, "INBOX", OLD, "");
        district.in(() -> district.rooms.retention().schedules().install(PurgeDistrict.SCHEDULE, NIGHT));
        district.takeIn();
        MailboxReport report = district.run();
        assertThat(report.removed()).isZero();
        assertThat(report.stopped()).contains("schedule that two officers adopted");
        assertThat(district.maildir.files()).hasSize(42);
    }

    @Test
    void aMailboxWhoseDiskIsNotThereIsLeftAlone() {
        district.adopted()
                .deliver(40, "INBOX", RECENT, "")
                .deliver(2, "INBOX", OLD, "")
                .takeIn();
        MailboxReport report = district.run(real -> new MaildirMailbox(folder.resolve("unmounted")));
        assertThat(report.stopped()).contains("the mailbox can't be read");
        assertThat(report.removed()).isZero();
        assertThat(district.run().removed()).isEqualTo(2);
    }
}
