package org.muniment.archive.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muniment.archive.item.Coverage;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.query.ItemQueryParser;
import org.muniment.archive.schedule.Classification.Basis;

class ClassifierTest {
    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    private static final RetentionSchedule SCHEDULE = SampleSchedule.of(
            SampleSchedule.series("R01", 1, "record", "\"motion carried\" OR minutes w/3 meeting", "permanent"),
            SampleSchedule.series("R14", 2, "continuing", "reprimand", "fourth school year after usefulness-ended"),
            SampleSchedule.series("R15", 2, "record", "applicant", "P4Y after received"),
            SampleSchedule.series(
                    "R29",
                    2,
                    "continuing",
                    "\"monitoring alert\"",
                    "P1Y after pupil-left",
                    "at-most: P1Y after pupil-left"),
            SampleSchedule.series(
                    "R30",
                    1,
                    "record",
                    "\"claim for damages\"",
                    "third school year after origin",
                    "exit: P1Y after claim-settled"),
            SampleSchedule.series("R35", 3, "record", "invoice", "third July 1 after audit completed"),
            SampleSchedule.series("R42", 3, "record", "bulletin", "third school year after origin"),
            SampleSchedule.series("R43", 3, "record", "newsletter", "third school year after origin"),
            SampleSchedule.series(
                    "R58", 3, "not-a-record", "\"running late\"", "P0D after received", "transitory: true"));

    private static Classification classify(Mails mail, RecordedEvent... events) {
        return new Classifier(SCHEDULE, List.of(events), Footers.Known.NONE, ZONE).classify(mail.document());
    }

    private static Verdict explain(Mails mail, RecordedEvent... events) {
        return new Classifier(SCHEDULE, List.of(events), Footers.Known.NONE, ZONE).explain(mail.document());
    }

    private static RecordedEvent event(EventKind kind, String on, String query) {
        var about = new RecordedEvent.About.Matching(new ItemQueryParser(ZONE).parse(query));
        return new RecordedEvent(
                "E1", kind, LocalDate.parse(on), about, new Officer("Maria Ortiz, Records"), Instant.EPOCH);
    }

    private static RecordedEvent audit(String year, String on) {
        return new RecordedEvent(
                "E2",
                EventKind.AUDIT_COMPLETED,
                LocalDate.parse(on),
                new RecordedEvent.About.Year(SchoolYear.parse(year)),
                new Officer("Maria Ortiz, Records"),
                Instant.EPOCH);
    }

    private static Eligibility on(String day) {
        return new Eligibility.On(LocalDate.parse(day));
    }

    @Test
    void theReasonSaysWhichWordsMatchedAndWhere() {
        var found = classify(Mails.of("Board", "The motion carried, 5 to 0."));
        assertThat(found.series()).isEqualTo(new SeriesId("R01"));
        assertThat(found.recordClass()).isEqualTo(RecordClass.PERMANENT);
        assertThat(found.basis()).isEqualTo(Basis.RULE);
        assertThat(found.reason()).isEqualTo("'motion carried' in the message's own text.");
        assertThat(found.authority()).isEqualTo("5 CCR 16021");
        assertThat(found.eligibility()).isEqualTo(new Eligibility.Never("permanently"));
        assertThat(found.origin()).isEqualTo("2025-09-15");
    }

    @Test
    void tenMinutesAreNoMinutesOfAMeeting() {
        var found = classify(Mails.of("Call", "I need 10 minutes of your time."));
        assertThat(found.series()).isEqualTo(new SeriesId("R62"));
        assertThat(found.basis()).isEqualTo(Basis.UNMATCHED);
        assertThat(found.reason()).isEqualTo("No rule matched its own words.");
    }

    @Test
    void whatIsQuotedDoesNotClassifyTheAnswer() {
        var answer =
                Mails.of("Re: Board", "See you there.\n\nOn Mon, May 5, 2025 Ann Lee wrote:\n> The motion carried.\n");
        assertThat(classify(answer).series()).isEqualTo(new SeriesId("R62"));
        var forward =
                Mails.of("Fwd: Board", "For the file.\n\n---------- Forwarded message ---------\nThe motion carried.");
        assertThat(classify(forward).series()).isEqualTo(new SeriesId("R01"));
    }

    @Test
    void anAttachmentLiftsItsParent() {
        var lifted = classify(Mails.of("Weekly bulletin", "Attached.").with("draft.pdf", "Motion carried.", false));
        assertThat(lifted.series()).isEqualTo(new SeriesId("R01"));
        assertThat(lifted.reason()).isEqualTo("'motion carried' in an attachment.");
        var named = classify(Mails.of("Hello", "Attached.").with("minutes of the meeting.pdf", "", false));
        assertThat(named.reason()).isEqualTo("'minutes w/3 meeting' in an attachment.");
    }

    @Test
    void classOneGoesBeforeContinuingAndContinuingBeforeTheLongestPeriod() {
        assertThat(classify(Mails.of("reprimand", "motion carried, applicant"))
                        .series()
                        .value())
                .isEqualTo("R01");
        assertThat(classify(Mails.of("reprimand", "applicant, bulletin"))
                        .series()
                        .value())
                .isEqualTo("R14");
        assertThat(classify(Mails.of("bulletin", "for an applicant")).series().value())
                .isEqualTo("R15");
        assertThat(classify(Mails.of("newsletter and bulletin", "")).series().value())
                .isEqualTo("R42");
    }

    @Test
    void aContinuingRecordThatEndedDoesNotShortenALongerPeriod() {
        var both = Mails.of("reprimand", "to an applicant").received(Instant.parse("2022-09-15T19:00:00Z"));
        var ended = event(EventKind.USEFULNESS_ENDED, "2018-01-31", "reprimand");
        assertThat(classify(both, ended).series().value()).isEqualTo("R15");
        assertThat(classify(both, ended).eligibility()).isEqualTo(on("2026-09-15"));
        var alone = Mails.of("reprimand", "");
        assertThat(classify(alone, ended).eligibility()).isEqualTo(on("2021-07-01"));
        assertThat(classify(alone).eligibility())
                .isEqualTo(new Eligibility.Waiting("a record that its usefulness ended"));
    }

    @Test
    void whatIsNoRecordMatchesNothingElseAndHasNothingAttached() {
        var late = Mails.of("Today", "I am running late");
        assertThat(classify(late).series().value()).isEqualTo("R58");
        assertThat(classify(late).eligibility()).isEqualTo(on("2025-09-15"));
        assertThat(classify(late.with("logo.png", "", true)).series().value()).isEqualTo("R58");
        var attached = classify(late.with("a.pdf", "", false));
        assertThat(attached.series().value()).isEqualTo("R62");
        assertThat(attached.reason())
                .isEqualTo("Only R58 Series R58 matched ('running late' in the message's own text), "
                        + "but something is attached.");
        assertThat(classify(late.read(Coverage.Extent.PARTLY)).series().value()).isEqualTo("R62");
        assertThat(classify(Mails.of("bulletin", "running late")).series().value())
                .isEqualTo("R42");
    }

    @Test
    void whatCouldNotBeReadIsUnmatched() {
        var found = classify(Mails.of("motion carried", "").read(Coverage.Extent.NOT));
        assertThat(found.series().value()).isEqualTo("R62");
        assertThat(found.reason()).isEqualTo("It could not be read.");
    }

    @Test
    void anInjuryRecordLeavesClassOneOneYearAfterItsClaimIsSettled() {
        var injury = Mails.of("Claim for damages of Ana Diaz", "");
        var open = classify(injury);
        assertThat(open.recordClass()).isEqualTo(RecordClass.PERMANENT);
        assertThat(open.eligibility()).isInstanceOf(Eligibility.Never.class);
        var settled = classify(injury, event(EventKind.CLAIM_SETTLED, "2026-03-01", "\"Ana Diaz\""));
        assertThat(settled.recordClass()).isEqualTo(RecordClass.DISPOSABLE);
        assertThat(settled.eligibility()).isEqualTo(on("2029-07-01"));
        assertThat(settled.reason()).endsWith("; Class 1 until 2027-03-01, then Class 3.");
        var other = classify(injury, event(EventKind.CLAIM_SETTLED, "2026-03-01", "\"Eva Ruiz\""));
        assertThat(other).isEqualTo(open);
    }

    @Test
    void ofSeveralEventsTheLatestCounts() {
        var alert = Mails.of("monitoring alert", "Ana and Eva");
        var found = classify(
                alert,
                event(EventKind.PUPIL_LEFT, "2026-06-05", "Ana"),
                event(EventKind.PUPIL_LEFT, "2027-06-04", "Eva"),
                event(EventKind.CLAIM_SETTLED, "2029-06-04", "Eva"));
        assertThat(found.eligibility()).isEqualTo(on("2028-06-04"));
    }

    @Test
    void theStatutoryMaximumOfMailAboutTwoPupilsCountsFromTheFirstWhoLeft() {
        var alert = Mails.of("monitoring alert", "Ana and Eva");
        var ana = event(EventKind.PUPIL_LEFT, "2026-06-05", "Ana");
        var eva = event(EventKind.PUPIL_LEFT, "2027-06-04", "Eva");
        assertThat(classify(alert, ana, eva).atMost()).isEqualTo("2027-06-05");
        assertThat(classify(alert, eva, ana).atMost()).isEqualTo("2027-06-05");
        assertThat(classify(alert, eva).atMost()).isEqualTo("2028-06-04");
    }

    @Test
    void aStatutoryMaximumIsToldWhicheverSeriesWins() {
        var alert = Mails.of("monitoring alert", "motion carried");
        var found = classify(alert, event(EventKind.PUPIL_LEFT, "2026-06-05", "monitoring"));
        assertThat(found.series().value()).isEqualTo("R01");
        assertThat(found.atMost()).isEqualTo("2027-06-05");
        assertThat(classify(alert).atMost()).isNull();
    }

    @Test
    void anAuditOfTheSchoolYearOfOriginIsWaitedFor() {
        var invoice = Mails.of("invoice", "").received(Instant.parse("2023-10-02T19:00:00Z"));
        assertThat(classify(invoice, audit("2022-23", "2024-02-01")).eligibility())
                .isEqualTo(new Eligibility.Waiting("a record that the audit of 2023-24 was completed"));
        assertThat(classify(invoice, audit("2023-24", "2024-12-15")).eligibility())
                .isEqualTo(on("2027-07-01"));
        assertThat(classify(invoice, audit("2023-24", "2024-12-15"), audit("2023-24", "2025-08-01"))
                        .eligibility())
                .isEqualTo(on("2028-07-01"));
    }

    @Test
    void daysAreThoseOfTheAgencysZone() {
        var evening = Mails.of("bulletin", "").received(Instant.parse("2025-07-01T06:59:59Z"));
        assertThat(classify(evening).origin()).isEqualTo("2025-06-30");
        assertThat(classify(evening).eligibility()).isEqualTo(on("2027-07-01"));
        var midnight = Mails.of("bulletin", "").received(Instant.parse("2025-07-01T07:00:00Z"));
        assertThat(classify(midnight).eligibility()).isEqualTo(on("2028-07-01"));
    }

    @Test
    void anUnknownOrImpossibleReceiptIsNeverOld() {
        for (Instant received : new Instant[] {null, Instant.EPOCH, Instant.MIN, Instant.MAX}) {
            var found = classify(Mails.of("bulletin", "").received(received));
            assertThat(found.origin()).isNull();
            assertThat(found.eligibility()).isEqualTo(new Eligibility.Never("its receipt date is unknown"));
        }
    }

    @Test
    void anExplanationTellsWhatElseMatchedAndWhyItLost() {
        Verdict verdict = explain(Mails.of("bulletin", "running late, applicant, motion carried"));
        assertThat(verdict.series().id().value()).isEqualTo("R01");
        assertThat(verdict.found()).containsExactly("'motion carried' in the message's own text");
        assertThat(verdict.others())
                .extracting(lost -> lost.series().id().value() + ": " + lost.why())
                .containsExactly(
                        "R15: Class 1 goes before it",
                        "R42: Class 1 goes before it",
                        "R58: it is no record only where no other series matches");
        Verdict longest = explain(Mails.of("bulletin", "applicant"));
        assertThat(longest.others().getFirst().why()).isEqualTo("R15 keeps it longer");
        assertThat(longest.others().getFirst().found()).containsExactly("'bulletin' in the subject");
    }
}
