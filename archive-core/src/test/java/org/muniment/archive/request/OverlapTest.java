package org.muniment.archive.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.muniment.archive.hold.HoldScope;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.query.ItemQueryParser;
import org.muniment.archive.request.RecordsRequest.State;

class OverlapTest {
    private static final Officer ORTIZ = new Officer("Maria Ortiz, Records");
    private static final LocalDate RECEIVED = LocalDate.of(2026, 10, 5);

    private static RecordsRequest request(int number, String summary, HoldScope scope) {
        return new RecordsRequest(
                RequestId.of(number),
                "=cmd|x",
                RECEIVED,
                summary,
                scope,
                "H1",
                new State.Open(),
                ORTIZ,
                Instant.EPOCH,
                null,
                Deadline.of(RECEIVED, ResponsePeriods.shipped().on(RECEIVED)));
    }

    private static HoldScope scope(@Nullable String query, @Nullable LocalDate from, String... custodians) {
        return new HoldScope(
                Arrays.stream(custodians).map(Custodian::new).collect(Collectors.toSet()),
                from,
                from == null ? null : from.plusDays(30),
                query == null ? null : new ItemQueryParser(ZoneId.of("America/Los_Angeles")).parse(query));
    }

    @Test
    void earlierRequestsOverlapByWordsByMailboxesAndDaysOrByTheQuery() {
        LocalDate fall = LocalDate.of(2025, 9, 1);
        RecordsRequest words = request(1, "Mail on the field lights, 2024", scope("stadium", null));
        RecordsRequest mailboxes = request(2, "Bus routes", scope(null, fall.plusDays(20), "cbo@d.example"));
        RecordsRequest otherDays = request(3, "Bus stops", scope(null, fall.plusDays(40), "cbo@d.example"));
        RecordsRequest query = request(4, "Something", scope("field lights", null));
        RecordsRequest now = request(5, "All lights of the field", scope("field lights", fall, "cbo@d.example"));
        RecordsRequest later = request(6, "All lights of the field", scope("field lights", fall));
        List<Overlap> found = Overlap.of(now, List.of(words, mailboxes, otherDays, query, now, later));
        assertThat(found)
                .extracting(overlap -> overlap.request().id().value() + " " + overlap.why())
                .containsExactlyInAnyOrder(
                        "R1 [the same words: field, lights]",
                        "R2 [the same mailboxes in the same days: cbo@d.example]",
                        "R4 [the same query]");
        assertThat(Overlap.of("Bus", scope("x", null), Set.of(now))).isEmpty();
    }

    @Test
    void nothingInTheLogRunsInASpreadsheet() throws IOException {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        RecordsRequest request = request(1, "+1 \"lights\", or\r\n=HYPERLINK(1)", scope("x", null));
        RequestStep answered = new RequestStep(
                request.id(),
                1,
                RequestStep.Kind.DETERMINED,
                LocalDate.of(2026, 10, 14),
                "",
                new Determination(
                        Determination.Outcome.PARTIAL,
                        LocalDate.of(2026, 10, 20).atTime(16, 0)),
                ORTIZ,
                Instant.EPOCH);
        RequestLog.write(List.of(request), Map.of(request.id(), List.of(answered)), log);
        List<String> lines = log.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst()).startsWith("\ufeffrequest,received,requester");
        assertThat(lines.getLast())
                .isEqualTo(
                        "R1,2026-10-05,'=cmd|x,\"'+1 \"\"lights\"\", or =HYPERLINK(1)\",open,2026-10-15,2026-10-15,,,,"
                                + "in part,2026-10-14,,,9");
    }
}
