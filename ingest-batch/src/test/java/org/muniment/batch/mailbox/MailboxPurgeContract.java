package org.muniment.batch.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muniment.batch.mailbox.PurgeDistrict.CLERK;
import static org.muniment.batch.mailbox.PurgeDistrict.NIGHT;
import static org.muniment.batch.mailbox.PurgeDistrict.OLD;
import static org.muniment.batch.mailbox.PurgeDistrict.PRINCIPAL;
import static org.muniment.batch.mailbox.PurgeDistrict.RECENT;
import static org.muniment.batch.mailbox.PurgeDistrict.kept;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.muniment.archive.item.Custodian;

/** What a purge of a mailbox removes, on every database. */
abstract class MailboxPurgeContract extends PurgedMailbox {
    @Test
    void whatIsOldAndProvedLeavesTheBoxesAndStaysInTheArchive() {
        district.adopted()
                .deliver(120, "INBOX", RECENT, "S")
                .deliver(3, "INBOX", OLD, "S")
                .deliver(2, "Sent", OLD, "S")
                .deliver(4, "Board packets", OLD, "S")
                .deliver(2, "INBOX", OLD, "D")
                .deliver(1, "INBOX", OLD, "FS")
                .deliver(1, "INBOX", null, "S")
                .takeIn();
        MailboxReport report = district.run();
        assertThat(report.removed()).isEqualTo(5);
        assertThat(report.listed()).isEqualTo(133);
        assertThat(report.boxed()).isEqualTo(129);
        assertThat(kept(report, KeptFor.NOT_OLD_ENOUGH)).isEqualTo(120);
        assertThat(kept(report, KeptFor.OTHER_FOLDER)).isEqualTo(4);
        assertThat(kept(report, KeptFor.DRAFT)).isEqualTo(2);
        assertThat(kept(report, KeptFor.FLAGGED)).isEqualTo(1);
        assertThat(kept(report, KeptFor.UNKNOWN_AGE)).isEqualTo(1);
        assertThat(report.tellsNoDate()).isFalse();
        assertThat(report.stopped()).isNull();
        assertThat(district.maildir.files()).hasSize(128);
        assertThat(district.removals())
                .hasSize(5)
                .allSatisfy(one -> assertThat(one.run()).isEqualTo(report.run()));
        assertThat(district.objects()).hasSize(133);
        assertThat(district.rooms.items().holdings().items()).isEqualTo(133);
        assertThat(district.run().removed()).isZero();
        assertThat(district.removals()).hasSize(5);
    }

    @Test
    void ninetyDaysOldIsOldEnoughAndASecondLessIsNot() {
        district.adopted()
                .deliver(40, "INBOX", RECENT, "")
                .deliver(1, "INBOX", NIGHT.minus(Duration.ofDays(90)).minusSeconds(3600), "")
                .deliver(1, "INBOX", NIGHT.minus(Duration.ofDays(90)).minusSeconds(3599), "")
                .takeIn();
        // Between the two dates the clocks went back: 90 days by the agency's clocks are 2161 hours.
        assertThat(district.run().removed()).isEqualTo(1);
        district.pass(Duration.ofSeconds(1));
        assertThat(district.run().removed()).isEqualTo(1);
    }

    @Test
    void aMailboxMayKeepLongerThanTheScheduleAndNeverShorter() {
        district.adopted()
                .deliver(40, "INBOX", RECENT, "")
                .deliver(1, "INBOX", OLD, "")
                .takeIn();
        assertThat(district.purge()
                        .run(district.mailbox(Period.ofDays(101)), () -> false)
                        .removed())
                .isZero();
        MailboxReport shorter = district.purge().run(district.mailbox(Period.ofDays(5)), () -> false);
        assertThat(shorter.removed()).isEqualTo(1);
        assertThat(kept(shorter, KeptFor.NOT_OLD_ENOUGH)).isEqualTo(40);
    }

    /** Named in the issue: nothing is deleted, and the report says why. */
    @Test
    void aServerThatTellsNoReadableDateLosesNothing() {
        district.adopted().deliver(100, "INBOX", OLD, "S").takeIn();
        MailboxReport silent = district.run(Meddling.allReceived(null));
        assertThat(silent.removed()).isZero();
        assertThat(kept(silent, KeptFor.UNKNOWN_AGE)).isEqualTo(100);
        assertThat(silent.tellsNoDate()).isTrue();
        MailboxReport epoch = district.run(Meddling.allReceived(Instant.EPOCH));
        assertThat(kept(epoch, KeptFor.UNKNOWN_AGE)).isEqualTo(100);
        assertThat(district.run(Meddling.allReceived(Instant.MAX)).removed()).isZero();
        assertThat(district.maildir.files()).hasSize(100);
        assertThat(district.removals()).isEmpty();
    }

    @Test
    void aMissingOrDamagedObjectKeepsTheMailboxCopy() throws IOException {
        district.adopted().deliver(2, "INBOX", OLD, "").takeIn();
        List<Path> objects = district.objects();
        district.deliver(98, "INBOX", RECENT, "").takeIn();
        Files.delete(objects.get(0));
        byte[] bytes = Files.readAllBytes(objects.get(1));
        bytes[0] ^= 1;
        Files.delete(objects.get(1));
        Files.write(objects.get(1), bytes);
        MailboxReport report = district.run();
        assertThat(kept(report, KeptFor.OBJECT_MISSING)).isEqualTo(1);
        assertThat(kept(report, KeptFor.OBJECT_CORRUPT)).isEqualTo(1);
        assertThat(report.removed()).isZero();
        assertThat(report.kept())
                .filteredOn(one -> one.reason() == KeptFor.OBJECT_CORRUPT)
                .singleElement()
                .satisfies(one -> assertThat(one.places()).hasSize(1));
    }

    @Test
    void whatTheArchiveDoesNotHaveFromThisMailboxStays() {
        district.adopted().deliver(40, "INBOX", RECENT, "").takeIn();
        TestMaildir other = new TestMaildir(folder.resolve("other"));
        other.deliver("INBOX", OLD, "", "Subject: To all\n\nAll\n");
        district.takeIn(other.root(), PRINCIPAL);
        district.maildir.deliver("INBOX", OLD, "", "Subject: To all\n\nAll\n");
        district.maildir.deliver("INBOX", OLD, "", "Subject: Nobody took this in\n\nNobody\n");
        MailboxReport report = district.run();
        assertThat(kept(report, KeptFor.NOT_COLLECTED_HERE)).isEqualTo(1);
        assertThat(kept(report, KeptFor.NOT_ARCHIVED)).isEqualTo(1);
        assertThat(report.removed()).isZero();
    }

    @Test
    void aMessageThatIsEditedMeanwhileStays() {
        district.adopted()
                .deliver(40, "INBOX", RECENT, "")
                .deliver(2, "INBOX", OLD, "")
                .takeIn();
        MailboxReport report = district.run(real -> new Meddling(real) {
            @Override
            public List<Removal> remove(List<MailboxMessage> messages) {
                edit(messages.getFirst());
                return super.remove(messages);
            }
        });
        assertThat(report.removed()).isEqualTo(1);
        assertThat(kept(report, KeptFor.CHANGED)).isEqualTo(1);
        assertThat(district.maildir.files()).hasSize(41);
    }

    private void edit(MailboxMessage message) {
        try {
            Files.writeString(district.maildir.root().resolve(message.place()), "edited");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aCustodianOnHoldKeepsEverything() {
        district.adopted()
                .deliver(40, "INBOX", RECENT, "")
                .deliver(2, "INBOX", OLD, "")
                .takeIn();
        district.hold(PRINCIPAL);
        MailboxReport report = district.run();
        assertThat(report.removed()).isZero();
        assertThat(report.stopped()).isNull();
        assertThat(kept(report, KeptFor.ON_HOLD)).isEqualTo(2);
    }

    @Test
    void aHoldThatNamesNobodyKeepsEverybodysMail() {
        district.adopted()
                .deliver(40, "INBOX", RECENT, "")
                .deliver(2, "INBOX", OLD, "")
                .takeIn();
        district.hold();
        assertThat(kept(district.run(), KeptFor.ON_HOLD)).isEqualTo(2);
    }

    @Test
    void aHoldOnSomebodyElseKeepsNothingHere() {
        district.adopted()
                .deliver(40, "INBOX", RECENT, "")
                .deliver(2, "INBOX", OLD, "")
                .takeIn();
        district.hold(new Custodian("coach@district.example"));
        assertThat(district.run().removed()).isEqualTo(2);
    }

    @Test
    void aHoldPlacedDuringTheRunWinsForWhatIsNotYetRemoved() {
        district.adopted()
                .deliver(5, "INBOX", RECENT, "")
                .deliver(150, "INBOX", OLD, "")
                .takeIn();
        district.run();
        district.purge().override(district.mailbox(), CLERK, "The first purge of this mailbox");
        AtomicInteger looked = new AtomicInteger();
        MailboxReport report = district.run(real -> new Meddling(real) {
            @Override
            public Optional<MailboxMessage> find(String place) {
                if (looked.incrementAndGet() == 130) {
                    district.hold(PRINCIPAL);
                }
                return super.find(place);
            }
        });
        assertThat(report.removed()).isEqualTo(100);
        assertThat(kept(report, KeptFor.ON_HOLD)).isEqualTo(50);
        assertThat(district.removals()).hasSize(100);
        assertThat(district.maildir.files()).hasSize(55);
    }

    @Test
    void aRehearsalTellsTheSameAndChangesNothing() {
        district.adopted()
                .deliver(40, "INBOX", RECENT, "")
                .deliver(2, "INBOX", OLD, "")
                .takeIn();
        MailboxReport rehearsal = district.purge().rehearse(district.mailbox());
        assertThat(rehearsal.removed()).isEqualTo(2);
        assertThat(rehearsal.rehearsal()).isTrue();
        assertThat(district.maildir.files()).hasSize(42);
        assertThat(district.removals()).isEmpty();
        MailboxReport run = district.run();
        assertThat(run.removed()).isEqualTo(rehearsal.removed());
        assertThat(run.bytes()).isEqualTo(rehearsal.bytes());
        assertThat(run.kept()).isEqualTo(rehearsal.kept());
    }

    @Test
    void aRunToldToStopGoesOnAtTheNextCall() {
        district.adopted()
                .deliver(5, "INBOX", RECENT, "")
                .deliver(250, "INBOX", OLD, "")
                .takeIn();
        district.run();
        district.purge().override(district.mailbox(), CLERK, "The first purge of this mailbox");
        AtomicInteger asked = new AtomicInteger();
        MailboxReport first = district.purge().run(district.mailbox(), () -> asked.incrementAndGet() > 1);
        assertThat(first.unfinished()).isTrue();
        assertThat(first.removed()).isEqualTo(100);
        MailboxReport rest = district.run();
        assertThat(rest.run()).isEqualTo(first.run());
        assertThat(rest.unfinished()).isFalse();
        assertThat(rest.removed()).isEqualTo(250);
        assertThat(district.removals()).hasSize(250);
    }

    @Test
    void aRunThatBreaksOffBetweenRemovingAndCommittingIsSettled() {
        district.adopted()
                .deliver(100, "INBOX", RECENT, "")
                .deliver(4, "INBOX", OLD, "")
                .takeIn();
        assertThatThrownBy(() -> district.run(real -> new Meddling(real) {
                    @Override
                    public List<Removal> remove(List<MailboxMessage> messages) {
                        super.remove(messages.subList(0, 3));
                        throw new IllegalStateException("the machine stopped here");
                    }
                }))
                .hasMessageContaining("the machine stopped here");
        assertThat(district.maildir.files()).hasSize(101);
        assertThat(district.removals()).isEmpty();
        district.hold(PRINCIPAL);
        MailboxReport report = district.run();
        assertThat(report.removed()).isEqualTo(3);
        assertThat(kept(report, KeptFor.ON_HOLD)).isEqualTo(1);
        assertThat(district.removals()).hasSize(3).doesNotHaveDuplicates();
        assertThat(district.maildir.files()).hasSize(101);
    }
}
