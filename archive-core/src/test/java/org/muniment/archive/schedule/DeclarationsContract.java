package org.muniment.archive.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.ledger.Officer;

/** What persons declare items to be. */
abstract class DeclarationsContract extends RetentionContract {
    private void confirm(Mails mail, Officer second) {
        inTransaction(() -> retention.declarations().confirm(mail.document(), second, TODAY, NOW));
    }

    @Test
    void aDeclarationThatProtectsMoreCountsAtOnce() {
        install();
        take(BULLETIN);
        declare(BULLETIN, 1, "R01", MARIA);
        assertThat(now(BULLETIN).recordClass()).isEqualTo(RecordClass.PERMANENT);
        assertThat(now(BULLETIN).basis()).isEqualTo(Classification.Basis.DECLARED);
        assertThat(now(BULLETIN).eligibility()).isEqualTo(new Eligibility.Never("permanently"));
        assertThat(now(BULLETIN).reason()).contains(MARIA.name(), "not confirmed yet", "it is about staff");
        assertThat(retention.classifications().due(LocalDate.MAX.minusYears(1))).isEmpty();
        assertThat(events().getLast())
                .isEqualTo(new CustodyEvent.Declared(NOW, BULLETIN.item().id().value(), 1, "R01", MARIA.name()));
    }

    @Test
    void aDeclarationThatProtectsLessCountsOnlyWhenAnotherPersonConfirmsIt() {
        install();
        take(MINUTE);
        declare(MINUTE, 3, "R42", MARIA);
        assertThat(now(MINUTE).recordClass()).isEqualTo(RecordClass.PERMANENT);
        assertThatThrownBy(() -> confirm(MINUTE, new Officer("MARIA ORTIZ, Clerk")))
                .isInstanceOf(ScheduleRefused.class)
                .hasMessageContaining("Another person");
        confirm(MINUTE, JOHN);
        assertThat(now(MINUTE).recordClass()).isEqualTo(RecordClass.DISPOSABLE);
        assertThat(now(MINUTE).eligibility()).isEqualTo(new Eligibility.On(LocalDate.parse("2028-07-01")));
        assertThat(now(MINUTE).reason()).contains(MARIA.name(), "confirmed by " + JOHN);
        assertThat(retention.declarations().about(MINUTE.item().id()))
                .hasSize(1)
                .allMatch(Declaration::isConfirmed);
        assertThat(events().getLast())
                .isEqualTo(new CustodyEvent.DeclarationConfirmed(
                        NOW, MINUTE.item().id().value(), JOHN.name()));
        assertThatThrownBy(() -> confirm(MINUTE, JOHN)).hasMessageContaining("waits");
    }

    @Test
    void onePersonCannotUndoWhatAnotherDeclared() {
        install();
        take(BULLETIN);
        declare(BULLETIN, 1, "R01", MARIA);
        declare(BULLETIN, 3, "R42", JOHN);
        assertThat(now(BULLETIN).recordClass()).isEqualTo(RecordClass.PERMANENT);
        assertThat(retention.declarations().pending(null, 10))
                .extracting(Declaration::number)
                .containsExactly(2L);
        confirm(BULLETIN, MARIA);
        assertThat(now(BULLETIN).recordClass()).isEqualTo(RecordClass.DISPOSABLE);
        assertThat(retention.declarations().pending(null, 10)).isEmpty();
    }

    @Test
    void aDeclarationOutlivesAnotherReading() {
        install();
        take(BULLETIN);
        declare(BULLETIN, 1, "R01", MARIA);
        assertThat(evaluation().classify(BULLETIN.document())).isEqualTo(now(BULLETIN));
        assertThat(evaluation().classifyNew(BULLETIN.document()).recordClass()).isEqualTo(RecordClass.DISPOSABLE);
    }

    @Test
    void aDeclaredSeriesMustBeInTheScheduleAndNotProtectMore() {
        install();
        take(BULLETIN);
        assertThatThrownBy(() -> declare(BULLETIN, 1, "R99", MARIA))
                .isInstanceOf(ScheduleRefused.class)
                .hasMessageContaining("no series R99");
        assertThatThrownBy(() -> declare(BULLETIN, 3, "R01", MARIA))
                .isInstanceOf(ScheduleRefused.class)
                .hasMessageContaining("Class 1");
        assertThat(retention.declarations().about(BULLETIN.item().id())).isEmpty();
    }

    @Test
    void aDeclaredSeriesThatLeftTheScheduleKeepsTheItem() {
        install();
        take(BULLETIN);
        declare(BULLETIN, 3, "R42", MARIA);
        confirm(BULLETIN, JOHN);
        inTransaction(() -> {
            retention.schedules().adopt(SampleSchedule.yaml(MINUTES), TODAY, MARIA, JOHN, NOW);
            retention.evaluations().settle(TODAY);
        });
        Classification then = evaluation().classify(BULLETIN.document());
        assertThat(then.series()).isEqualTo(new SeriesId("R42"));
        assertThat(then.eligibility()).isInstanceOf(Eligibility.Never.class);
    }

    @Test
    void pendingDeclarationsComeInPages() {
        install();
        take(BULLETIN, MINUTE, OTHER);
        for (Mails mail : List.of(BULLETIN, MINUTE, OTHER)) {
            declare(mail, 1, "R01", MARIA);
        }
        List<Declaration> first = retention.declarations().pending(null, 2);
        List<Declaration> rest = retention.declarations().pending(first.getLast(), 2);
        assertThat(first).hasSize(2);
        assertThat(rest).hasSize(1).doesNotContainAnyElementsOf(first);
    }
}
