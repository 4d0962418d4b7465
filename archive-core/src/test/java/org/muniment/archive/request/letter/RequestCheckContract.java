package org.muniment.archive.request.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Catalogue;
import org.muniment.archive.hold.HoldScope;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.ledger.Agreement.Finding;
import org.muniment.archive.ledger.Ledger;
import org.muniment.archive.ledger.LedgerKey;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.request.Determination;
import org.muniment.archive.request.ExtensionGround;
import org.muniment.archive.request.RequestCheck;
import org.muniment.archive.request.RequestId;
import org.muniment.archive.request.RequestStep.Kind;
import org.muniment.archive.request.RequestSteps;
import org.muniment.archive.request.Requests;
import org.muniment.archive.request.ResponsePeriods;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whatever is changed of a request, its steps or its letters is named by the request, on every catalogue. */
abstract class RequestCheckContract {
    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    private static final Officer ORTIZ = new Officer("Maria Ortiz, Director of Records");
    private static final LocalDate RECEIVED = LocalDate.of(2026, 10, 5);
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 7);
    private static final Instant NOW = Instant.parse("2026-10-08T05:00:00.123456Z");
    private static final RequestId R1 = new RequestId("R1");
    private static final Determination ALL = new Determination(
            Determination.Outcome.FULL, LocalDate.of(2026, 10, 20).atTime(16, 30));

    @TempDir
    private Path folder;

    private Catalogue catalogue;
    private Ledger ledger;
    private JdbcTemplate sql;

    abstract Catalogue open(Path folder);

    /** R1 is extended, answered and closed; R2 was just entered. */
    @BeforeEach
    void openRegister() {
        catalogue = open(folder);
        ledger = new Ledger(
                catalogue.writer(),
                catalogue.reader(),
                LedgerKey.open(folder.resolve("ledger.key"), "district.example/test"));
        sql = new JdbcTemplate(catalogue.writer());
        Requests requests =
                new Requests(catalogue.writer(), catalogue.reader(), ledger, ZONE, ResponsePeriods.shipped());
        Letters letters = letters(catalogue.reader());
        letters.templates().writeLetterhead("Alder Creek Unified\n12 Main St");
        HoldScope scope = new HoldScope(Set.of(new Custodian("cbo@district.example")), TODAY, null, null);
        for (int i = 0; i < 2; i++) {
            change(() -> requests.open(
                    new Requests.Asked("Dana Reyes", RECEIVED, "Field lights", scope),
                    id -> "H" + id.value().substring(1),
                    ORTIZ,
                    NOW));
        }
        change(() -> steps(catalogue.reader()).take(R1, Kind.ASSISTED, TODAY, "Packets are online", ORTIZ, NOW));
        change(() -> requests.extend(
                R1, ExtensionGround.values()[0], "Many mailboxes", LocalDate.of(2026, 10, 20), ORTIZ, NOW));
        Letter letter = new Letter(R1, LetterKind.DETERMINATION, "Your request", "We have all of it.\nSincerely");
        change(() -> letters.send(letter, ALL, TODAY, ORTIZ, NOW));
        change(() -> requests.close(R1, "All was given", null, ORTIZ, NOW));
    }

    @AfterEach
    void close() {
        catalogue.close();
    }

    private RequestSteps steps(DataSource rows) {
        return new RequestSteps(catalogue.writer(), rows, ledger, ZONE, ResponsePeriods.shipped());
    }

    private Letters letters(DataSource rows) {
        return new Letters(
                catalogue.writer(), rows, ledger, steps(rows), new LetterTemplates(folder.resolve("letters")));
    }

    private <T> T change(Supplier<T> change) {
        return Objects.requireNonNull(catalogue.transactions().execute(status -> change.get()));
    }

    private List<Finding> found(DataSource rows) {
        List<Finding> found =
                new ArrayList<>(new RequestCheck(rows, ledger, ResponsePeriods.shipped(), steps(rows)).run());
        found.addAll(new LetterCheck(rows, ledger, letters(rows)).run());
        return found;
    }

    /** The requests that are named after changes, which are taken back. */
    private List<String> named(String... changes) {
        List<String> named = new ArrayList<>();
        catalogue.transactions().executeWithoutResult(status -> {
            status.setRollbackOnly();
            for (String change : changes) {
                assertThat(sql.update(change)).as(change).isPositive();
            }
            found(catalogue.writer()).stream().map(Finding::name).distinct().forEach(named::add);
        });
        return named;
    }

    @Test
    void whatWasRecordedAgrees() {
        assertThat(found(catalogue.reader())).isEmpty();
    }

    @Test
    void aChangedRequestIsNamed() {
        for (String column :
                List.of("received = received + 1", "hold = 'H9'", "opened = opened + 1", "opened_by = 'x'")) {
            assertThat(named("update records_request set " + column + " where number = 1"))
                    .as(column)
                    .containsExactly("R1");
        }
        assertThat(named("update records_request set query = 'roof' where number = 2"))
                .containsExactly("R2");
        assertThat(named("update records_request set first_day = null where number = 2"))
                .containsExactly("R2");
        assertThat(named("delete from request_custodian where request = 2")).containsExactly("R2");
        assertThat(named(
                        "delete from request_custodian where request = 2",
                        "delete from records_request where number = 2"))
                .containsExactly("R2");
        assertThat(named("insert into records_request (number, requester, received, summary, query, zone, hold, opened,"
                        + " opened_by) values (3, '', 20000, 'x', '', 'UTC', 'H1', 0, 'x')"))
                .containsExactly("R3");
    }

    @Test
    void aChangedStepIsNamed() {
        for (String change : List.of(
                "update request_step set until = until + 1 where step = 'EXTENDED'",
                "update request_step set at = at + 1 where step = 'CLOSED'",
                "update request_step set officer = 'x' where step = 'CLOSED'",
                "delete from request_step where step = 'CLOSED'",
                "update request_progress set day = day + 1 where ordinal = 1",
                "update request_progress set step = 'ACKNOWLEDGED' where ordinal = 1",
                "update request_progress set outcome = 'NONE' where ordinal = 2",
                "delete from request_progress where ordinal = 1")) {
            assertThat(named(change)).as(change).containsExactly("R1");
        }
        assertThat(
                        named(
                                "insert into request_step (request, step, words, at, officer) values (2, 'CLOSED', '', 0, 'x')"))
                .containsExactly("R2");
    }

    @Test
    void aChangedLetterIsNamed() {
        for (String change : List.of(
                "update request_letter set text = 'We have none of it.'",
                "update request_letter set text_digest = paper_digest",
                "update request_letter set paper_digest = text_digest",
                "update request_letter set kind = 'ACKNOWLEDGMENT'",
                "update request_letter set officer = 'x'",
                "delete from request_letter")) {
            assertThat(named(change)).as(change).containsExactly("R1");
        }
        byte[] paper = Objects.requireNonNull(sql.queryForObject("select paper from request_letter", byte[].class));
        paper[paper.length / 2] ^= 1;
        catalogue.transactions().executeWithoutResult(status -> {
            status.setRollbackOnly();
            sql.update("update request_letter set paper = ?", paper);
            assertThat(found(catalogue.writer()))
                    .extracting(Finding::what)
                    .singleElement()
                    .asString()
                    .contains("PDF");
        });
    }
}
