package org.muniment.archive.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muniment.archive.review.ReviewDesk.DOE;
import static org.muniment.archive.review.ReviewDesk.HOME;
import static org.muniment.archive.review.ReviewDesk.LEE;
import static org.muniment.archive.review.ReviewDesk.NOON;
import static org.muniment.archive.review.ReviewDesk.ORTIZ;
import static org.muniment.archive.review.ReviewDesk.PUPIL;
import static org.muniment.archive.review.ReviewDesk.R1;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Catalogue;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.ledger.Agreement.Finding;
import org.muniment.archive.ledger.CustodyEvent;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whatever is changed in what reviewers decided is named by its item, on every catalogue. */
abstract class ReviewCheckContract {
    @TempDir
    private Path folder;

    private ReviewDesk desk;
    private JdbcTemplate sql;
    private String first;
    private String second;

    abstract Catalogue open(Path folder);

    /** The first item is decided twice, redacted and lifted again; the second decided in a matter, with a proposal that waits. */
    @BeforeEach
    void decide() {
        desk = ReviewDesk.open(open(folder), folder);
        sql = new JdbcTemplate(desk.catalogue().writer());
        ItemId one = desk.collect("first", "first");
        ItemId two = desk.collect("second", "second");
        first = one.value();
        second = two.value();
        desk.change(
                () -> desk.codings().code(R1, List.of(one), Coding.Ruling.of(Decision.RESPONSIVE), false, ORTIZ, NOON));
        desk.change(() -> desk.codings()
                .code(
                        R1,
                        List.of(one),
                        new Coding.Ruling(Decision.EXEMPT_IN_PART, List.of(HOME, PUPIL), "see below"),
                        false,
                        LEE,
                        NOON.plusSeconds(5)));
        desk.change(() ->
                desk.codings().code(DOE, List.of(two), Coding.Ruling.of(Decision.NOT_RESPONSIVE), false, LEE, NOON));
        List<Redaction> applied = desk.change(() ->
                desk.redactions().add(List.of(subject(R1, one), body(R1, one, 1), body(R1, one, 20)), ORTIZ, NOON));
        desk.change(() -> desk.redactions().refuse(List.of(applied.getLast().id()), LEE, NOON.plusSeconds(9)));
        desk.change(() -> desk.redactions().suggest(List.of(subject(DOE, two)), NOON));
    }

    private static Suggestion subject(ReviewSet set, ItemId item) {
        return new Suggestion(set, item, new Part.Subject(), new Place.Whole(), PUPIL, "drawn", "");
    }

    private static Suggestion body(ReviewSet set, ItemId item, int start) {
        return new Suggestion(
                set, item, new Part.Body(), new Place.Span(start, start + 4), HOME, "drawn", PartTexts.digest("text"));
    }

    @AfterEach
    void close() {
        desk.catalogue().close();
    }

    private List<Finding> found(DataSource rows) {
        ReviewCheck check = new ReviewCheck(rows, desk.ledger());
        List<Finding> found = new ArrayList<>(check.registered());
        desk.ledger().entries(0, 1000).forEach(entry -> {
            switch (entry.event()) {
                case CustodyEvent.ItemCoded coded -> check.named(coded);
                case CustodyEvent.RedactionsDecided decided -> check.named(decided);
                case CustodyEvent other -> {}
            }
        });
        found.addAll(check.settle());
        return found;
    }

    /** The items that are named after changes, which are taken back. */
    private List<String> named(String... changes) {
        List<String> named = new ArrayList<>();
        desk.catalogue().transactions().executeWithoutResult(status -> {
            status.setRollbackOnly();
            for (String change : changes) {
                assertThat(sql.update(change)).as(change).isPositive();
            }
            found(desk.catalogue().writer()).stream()
                    .map(Finding::name)
                    .distinct()
                    .sorted()
                    .forEach(named::add);
        });
        return named;
    }

    @Test
    void whatWasDecidedAgrees() {
        assertThat(found(desk.catalogue().reader())).isEmpty();
    }

    @Test
    void aChangedDecisionIsNamed() {
        for (String change : List.of(
                "update coding set decision = 'RESPONSIVE' where number = 2",
                "update coding set officer = 'Somebody Else' where number = 1",
                "update coding set at = at + 1 where number = 1",
                "update coding_exemption set ordinal = ordinal + 5 where coding = 2 and ordinal = 0",
                "delete from coding_exemption where coding = 2 and ordinal = 0",
                "update coding set review_set = 'Another' where number = 1",
                "delete from coding where number = 1")) {
            assertThat(named(change)).as(change).containsExactly(first);
        }
        assertThat(named("update coding set item = '" + first + "', review_set = 'R1' where number = 3"))
                .contains(first, second);
    }

    @Test
    void allThatIsGoneOfAnItemIsNamedByTheLedger() {
        assertThat(named(
                        "delete from coding where number = 3",
                        "delete from redaction_step where redaction = 4",
                        "delete from redaction where number = 4"))
                .containsExactly(second);
        assertThat(named(
                        "delete from coding_exemption",
                        "delete from coding",
                        "delete from redaction_step",
                        "delete from redaction"))
                .containsExactlyInAnyOrder(first, second);
    }

    @Test
    void anInventedDecisionIsNamed() {
        String nobody = "f".repeat(first.length());
        assertThat(named("insert into coding (number, review_set, item, decision, note, officer, at) values"
                        + " (9, 'Nobody v. Nobody', '" + nobody + "', 'RESPONSIVE', '', 'x', 0)"))
                .containsExactly(nobody);
    }

    @Test
    void aChangedRedactionIsNamed() {
        for (String change : List.of(
                "update redaction set state = 'REFUSED' where number = 1",
                "update redaction set place = '2-9' where number = 2",
                "update redaction set place = 'somewhere' where number = 2",
                "update redaction set officer = 'Somebody Else' where number = 2",
                "update redaction set at = at + 1 where number = 3",
                "update redaction_step set at = at + 1 where redaction = 2",
                "update redaction_step set state = 'APPLIED' where redaction = 3 and ordinal = 1",
                "update redaction set exemption = (select max(number) from cited_exemption) + 0 where number = 2"
                        + " and exemption <> (select max(number) from cited_exemption)",
                "delete from redaction_step where redaction = 3 and ordinal = 1")) {
            assertThat(named(change)).as(change).containsExactly(first);
        }
        assertThat(named("delete from redaction_step where redaction = 1", "delete from redaction where number = 1"))
                .containsExactly(first);
        assertThat(named("update redaction set state = 'APPLIED', officer = 'x' where number = 4"))
                .containsExactly(second);
    }
}
