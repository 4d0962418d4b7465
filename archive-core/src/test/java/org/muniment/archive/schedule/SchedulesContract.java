package org.muniment.archive.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muniment.archive.ledger.CustodyEvent.ScheduleAdopted;
import org.muniment.archive.ledger.Officer;

/** Versions of the schedule, events, agreements and footers: what items are held against. */
abstract class SchedulesContract extends RetentionContract {
    private void adopt(String yaml, String effective, Officer by, Officer second) {
        inTransaction(() -> {
            retention.schedules().adopt(yaml, LocalDate.parse(effective), by, second, NOW);
            retention.evaluations().settle(TODAY);
        });
    }

    @Test
    void aScheduleThatCameWithTheProductIsInForceButAdoptedByNobody() {
        install();
        Adopted installed = retention.schedules().inForce(TODAY).orElseThrow();
        assertThat(installed.isAdoptedByOfficers()).isFalse();
        assertThat(installed.version()).isEqualTo(1);
        assertThat(installed.yaml()).isEqualTo(YAML);
        assertThat(events())
                .containsExactly(new ScheduleAdopted(
                        NOW, 1, "sample", installed.schedule().digest().hex(), "1970-01-01", "", ""));
        assertThatThrownBy(this::install).isInstanceOf(ScheduleRefused.class).hasMessageContaining("adopt another");
    }

    @Test
    void twoOfficersAdoptAScheduleAndTheLedgerNamesThem() {
        install();
        adopt(YAML, "2026-10-01", MARIA, JOHN);
        Adopted adopted = retention.schedules().inForce(TODAY).orElseThrow();
        assertThat(adopted.isAdoptedByOfficers()).isTrue();
        assertThat(adopted.by()).isEqualTo(MARIA);
        assertThat(adopted.second()).isEqualTo(JOHN);
        assertThat(retention.schedules().history()).extracting(Adopted::version).containsExactly(1L, 2L);
        assertThat(events().getLast())
                .isEqualTo(new ScheduleAdopted(
                        NOW, 2, "sample", adopted.schedule().digest().hex(), "2026-10-01", MARIA.name(), JOHN.name()));
    }

    @Test
    void onePersonAloneDoesNotAdoptASchedule() {
        assertThatThrownBy(() -> adopt(YAML, "2026-10-01", MARIA, new Officer("maria ortiz, Clerk")))
                .isInstanceOf(ScheduleRefused.class)
                .hasMessageContaining("one person");
        assertThat(retention.schedules().history()).isEmpty();
        assertThat(events()).isEmpty();
    }

    @Test
    void aVersionIsNotEffectiveBeforeTheOneAdoptedLast() {
        install();
        adopt(YAML, "2026-10-01", MARIA, JOHN);
        assertThatThrownBy(() -> adopt(YAML, "2026-09-30", MARIA, JOHN))
                .isInstanceOf(ScheduleRefused.class)
                .hasMessageContaining("2026-10-01");
        adopt(YAML, "2026-10-01", JOHN, MARIA);
        assertThat(retention.schedules().inForce(TODAY).orElseThrow().version()).isEqualTo(3);
    }

    @Test
    void whatIsNoScheduleIsNotAdopted() {
        assertThatThrownBy(() -> adopt("schedule: x", "2026-10-01", MARIA, JOHN))
                .isInstanceOf(ScheduleInvalid.class);
        assertThat(retention.schedules().history()).isEmpty();
        assertThat(retention.evaluations().number()).isZero();
    }

    @Test
    void aVersionIsInForceFromItsDayOn() {
        install();
        adopt(SampleSchedule.yaml(MINUTES), "2027-07-01", MARIA, JOHN);
        long before = retention.evaluations().number();
        LocalDate first = LocalDate.parse("2027-07-01");
        assertThat(retention
                        .schedules()
                        .inForce(first.minusDays(1))
                        .orElseThrow()
                        .version())
                .isEqualTo(1);
        assertThat(retention.schedules().inForce(first).orElseThrow().version()).isEqualTo(2);
        assertThat(retention.evaluations().isSettled(first.minusDays(1))).isTrue();
        assertThat(retention.evaluations().isSettled(first)).isFalse();
        inTransaction(() -> retention.evaluations().settle(first));
        assertThat(retention.evaluations().isSettled(first)).isTrue();
        assertThat(retention.evaluations().changesAfter(before))
                .containsExactly(new Change(before + 1, Change.Kind.SCHEDULE, "2"));
        assertThat(retention.evaluations().current(first).adopted().schedule().series())
                .hasSize(2);
    }

    @Test
    void withoutAScheduleNothingIsClassified() {
        assertThat(retention.evaluations().find(TODAY)).isEmpty();
        assertThatThrownBy(() -> retention.evaluations().current(TODAY))
                .isInstanceOf(ScheduleRefused.class)
                .hasMessageContaining("schedule adopt");
    }

    @Test
    void aRecordedAuditStartsTheClockOfItsSchoolYear() {
        install();
        Mails invoice = Mails.of("Invoice", "The invoice is attached.");
        assertThat(onceMore(invoice, TODAY).eligibility()).isInstanceOf(Eligibility.Waiting.class);
        long before = evaluation().number();
        inTransaction(() -> retention
                .events()
                .record(EventKind.AUDIT_COMPLETED, LocalDate.parse("2026-10-15"), year("2025-26"), TODAY, MARIA, NOW));
        assertThat(onceMore(invoice, TODAY).eligibility()).isEqualTo(new Eligibility.On(LocalDate.parse("2029-07-01")));
        assertThat(retention.evaluations().changesAfter(before))
                .containsExactly(new Change(before + 1, Change.Kind.EVENT, "E1"));
        assertThat(events().getLast().toString()).contains("E1", "audit-completed", "2026-10-15", MARIA.name());
    }

    @Test
    void anEventAboutAQueryComesBackAsItWasRecorded() {
        inTransaction(() -> retention
                .events()
                .record(
                        EventKind.CONTRACT_ENDED,
                        LocalDate.parse("2026-06-30"),
                        matching("participant:acme.example contract"),
                        TODAY,
                        MARIA,
                        NOW));
        assertThat(retention.events().all())
                .containsExactly(new RecordedEvent(
                        "E1",
                        EventKind.CONTRACT_ENDED,
                        LocalDate.parse("2026-06-30"),
                        matching("participant:acme.example contract"),
                        MARIA,
                        NOW));
    }

    @Test
    void whatHasNotHappenedIsNotRecorded() {
        List<LocalDate> wrong = List.of(TODAY.plusDays(1), LocalDate.parse("2026-06-30"));
        for (LocalDate day : wrong) {
            assertThatThrownBy(() -> inTransaction(() -> retention
                            .events()
                            .record(EventKind.AUDIT_COMPLETED, day, year("2025-26"), TODAY, MARIA, NOW)))
                    .isInstanceOf(ScheduleRefused.class);
        }
        assertThat(retention.events().all()).isEmpty();
    }

    @Test
    void anAgreementMakesWhatIsPendingClassTwoUntilItLapses() {
        install();
        Mails pending = Mails.of("Field trip", "Bring lunch.");
        take(pending);
        LocalDate agreed = LocalDate.parse("2026-10-20");
        inTransaction(() -> retention
                .reviews()
                .agree(SchoolYear.parse("2025-26"), JOHN, "Minutes 10-20, item 7", agreed, TODAY, NOW));
        Classification held = onceMore(pending, TODAY);
        assertThat(held.basis()).isEqualTo(Classification.Basis.AGREED);
        assertThat(held.recordClass()).isEqualTo(RecordClass.OPTIONAL);
        assertThat(held.authority()).isEqualTo("5 CCR 16024");
        assertThat(held.reason()).contains(JOHN.name(), "item 7", "2027-10-20");
        LocalDate lapse = LocalDate.parse("2027-10-20");
        assertThat(onceMore(pending, lapse.minusDays(1)).basis()).isEqualTo(Classification.Basis.AGREED);
        assertThat(retention.evaluations().isSettled(lapse)).isFalse();
        assertThat(onceMore(pending, lapse).basis()).isEqualTo(Classification.Basis.UNMATCHED);
        long before = retention.evaluations().number();
        inTransaction(() -> retention.evaluations().settle(lapse));
        assertThat(retention.evaluations().changesAfter(before))
                .containsExactly(new Change(before + 1, Change.Kind.REVIEW, "2025-26"));
        assertThat(retention.evaluations().isSettled(lapse)).isTrue();
    }

    @Test
    void anAgreementIsOfBothAndGivenOnce() {
        SchoolYear year = SchoolYear.parse("2025-26");
        LocalDate day = LocalDate.parse("2026-10-20");
        assertThatThrownBy(() -> inTransaction(() -> retention.reviews().agree(year, JOHN, " ", day, TODAY, NOW)))
                .isInstanceOf(ScheduleRefused.class)
                .hasMessageContaining("superintendent alone");
        assertThatThrownBy(() -> inTransaction(() ->
                        retention.reviews().agree(year, JOHN, "Item 7", LocalDate.parse("2026-06-30"), TODAY, NOW)))
                .isInstanceOf(ScheduleRefused.class);
        inTransaction(() -> retention.reviews().agree(year, JOHN, "Item 7", day, TODAY, NOW));
        assertThatThrownBy(() -> inTransaction(() -> retention.reviews().agree(year, JOHN, "Item 8", day, TODAY, NOW)))
                .isInstanceOf(ScheduleRefused.class)
                .hasMessageContaining("once");
        assertThat(retention.reviews().agreement(year).orElseThrow().boardAction())
                .isEqualTo("Item 7");
    }

    @Test
    void theReviewIsDueBeforeTheFirstOfJanuaryAfterTheSchoolYear() {
        assertThat(Reviews.deadline(SchoolYear.parse("2025-26"))).isEqualTo("2027-01-01");
    }

    @Test
    void aFooterThatBecameKnownDoesNotCountAsWords() {
        install();
        String notice =
                "This notice stands under every mail of the district, and the word minutes in it means nothing.";
        Mails mail = Mails.of("Lunch", "See you at noon.\n\n" + notice);
        assertThat(onceMore(mail, TODAY).series()).isEqualTo(new SeriesId("R01"));
        long before = retention.evaluations().number();
        inTransaction(() -> retention.footers().add(List.of(footer(notice))));
        inTransaction(() -> retention.footers().add(List.of(footer(notice))));
        assertThat(onceMore(mail, TODAY).series()).isEqualTo(new SeriesId("R62"));
        assertThat(retention.footers().known().all()).containsExactly(footer(notice));
        assertThat(retention.footers().knownSince(before + 1)).containsExactly(footer(notice));
        assertThat(retention.footers().knownSince(before + 2)).isEmpty();
    }
}
