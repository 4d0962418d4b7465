package org.muniment.archive.request.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muniment.archive.hold.HoldScope;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.request.Determination;
import org.muniment.archive.request.Determination.Outcome;
import org.muniment.archive.request.ExtensionGround;
import org.muniment.archive.request.RecordsRequest;
import org.muniment.archive.request.RequestId;
import org.muniment.archive.request.RequestRefused;
import org.muniment.archive.request.RequestRegister;
import org.muniment.archive.request.RequestStep;
import org.muniment.archive.request.RequestStep.Kind;
import org.muniment.archive.request.RequestSteps;
import org.muniment.archive.request.Requests.Asked;
import org.muniment.archive.request.ResponsePeriods;
import org.muniment.archive.store.Digest;

/** What the registers of steps and letters promise on every database. */
abstract class LettersContract extends RequestRegister {
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 7);
    private static final Instant NOW = Instant.parse("2026-10-08T05:00:00.123Z");
    private static final RequestId R1 = new RequestId("R1");
    private static final Determination PARTIAL =
            new Determination(Outcome.PARTIAL, LocalDate.of(2026, 10, 20).atTime(16, 30));
    private static final Map<LetterField, String> WITHHOLDING = Map.of(
            LetterField.EXEMPTIONS, "Gov. Code 7928.300: home addresses",
            LetterField.RESPONSIBLE, "Ann Lee, Superintendent\nMaria Ortiz, Director of Records");

    private RequestSteps steps;
    private Letters letters;

    @Override
    @BeforeEach
    protected void openRegister() {
        super.openRegister();
        ResponsePeriods periods = ResponsePeriods.shipped();
        steps = new RequestSteps(catalogue.writer(), catalogue.reader(), ledger, ZONE, periods);
        letters = new Letters(
                catalogue.writer(), catalogue.reader(), ledger, steps, new LetterTemplates(folder.resolve("letters")));
        letters.templates().writeLetterhead("Alder Creek Unified\n12 Main St");
        HoldScope scope = new HoldScope(Set.of(new Custodian("cbo@district.example")), null, null, null);
        change(() -> requests.open(new Asked("Dana Reyes", RECEIVED, "Field lights", scope), id -> "H1", ORTIZ, NOW));
    }

    private RecordsRequest request() {
        return requests.find(R1).orElseThrow();
    }

    @Test
    void stepsAreFoundInTheirOrderWithDayAndOfficer() {
        RequestStep helped = change(() -> steps.take(R1, Kind.ASSISTED, TODAY, " Packets are\n online ", ORTIZ, NOW));
        RequestStep answered = change(() -> steps.determine(R1, PARTIAL, TODAY, "", ORTIZ, NOW));
        assertThat(helped.words()).isEqualTo("Packets are online");
        assertThat(steps.of(R1)).containsExactly(helped, answered);
        assertThat(steps.determination(R1)).contains(answered);
        assertThat(steps.all()).containsOnlyKeys(R1);
        assertThat(answered.answer()).contains(PARTIAL);
        assertThat(ledger.entriesFor("R1").getLast().event())
                .isEqualTo(new CustodyEvent.RequestStepTaken(
                        NOW, "R1", "DETERMINED", "2026-10-07", "PARTIAL", ORTIZ.name()));
    }

    @Test
    void aStepThatCannotBeIsRefused() {
        refused("between the day of receipt", () -> steps.take(R1, Kind.NOTED, TODAY.plusDays(1), "x", ORTIZ, NOW));
        refused("between the day of receipt", () -> steps.take(R1, Kind.NOTED, RECEIVED.minusDays(1), "x", ORTIZ, NOW));
        refused("is said in 1", () -> steps.take(R1, Kind.ASSISTED, TODAY, " ", ORTIZ, NOW));
        refused("all, some or none", () -> steps.take(R1, Kind.DETERMINED, TODAY, "x", ORTIZ, NOW));
        refused("no request R9", () -> steps.take(new RequestId("R9"), Kind.NOTED, TODAY, "x", ORTIZ, NOW));
        Determination past =
                new Determination(Outcome.FULL, LocalDate.of(2026, 10, 6).atTime(9, 0));
        refused("on or after the day", () -> steps.determine(R1, past, TODAY, "", ORTIZ, NOW));
        change(() -> requests.close(R1, "Withdrawn", null, ORTIZ, NOW));
        refused("closed already", () -> steps.take(R1, Kind.ACKNOWLEDGED, TODAY, "", ORTIZ, NOW));
        assertThat(change(() -> steps.take(R1, Kind.NOTED, TODAY, "Called", ORTIZ, NOW))
                        .number())
                .isEqualTo(1);
        assertThatThrownBy(() -> new Determination(Outcome.PARTIAL, null)).hasMessageContaining("7922.535(a)");
    }

    @Test
    void aLetterThatWasSentIsKeptWithItsDigestsAndIsAStep() {
        Letter letter = letters.draft(request(), LetterKind.DENIAL, PARTIAL, WITHHOLDING, ORTIZ, TODAY);
        assertThat(letter.subject()).isEqualTo("Denial of your request for public records (R1)");
        assertThat(letter.text())
                .startsWith("Alder Creek Unified\n12 Main St\n\nOctober 7, 2026\n\nDana Reyes\n")
                .contains("Ann Lee, Superintendent\nMaria Ortiz, Director of Records", "Field lights")
                .doesNotContain("{");
        SentLetter sent = change(() -> letters.send(letter, PARTIAL, TODAY, ORTIZ, NOW));
        assertThat(letters.of(R1)).containsExactly(sent);
        byte[] paper = letters.paper(R1, 1).orElseThrow();
        assertThat(new String(paper, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
        assertThat(Digest.of(paper)).isEqualTo(sent.paperDigest());
        assertThat(letter.paper(NOW)).isEqualTo(paper);
        assertThat(letters.paper(R1, 2)).isEmpty();
        assertThat(steps.of(R1)).extracting(RequestStep::kind).containsExactly(Kind.DETERMINED);
        assertThat(ledger.entriesFor("R1").getLast().event())
                .isEqualTo(new CustodyEvent.LetterSent(
                        NOW,
                        "R1",
                        "DENIAL",
                        sent.textDigest().hex(),
                        sent.paperDigest().hex(),
                        ORTIZ.name()));
    }

    @Test
    void whatTheLawWantsOfALetterIsNotLeftOut() {
        missing("'exemptions'", LetterKind.DENIAL, PARTIAL, Map.of());
        missing("each person responsible", LetterKind.DETERMINATION, PARTIAL, Map.of(LetterField.EXEMPTIONS, "x"));
        missing(
                "a name, a comma and a title",
                LetterKind.DENIAL,
                PARTIAL,
                Map.of(LetterField.EXEMPTIONS, "x", LetterField.RESPONSIBLE, "Ann Lee"));
        missing("whether all, some or none", LetterKind.DETERMINATION, null, Map.of());
        missing("gives no determination", LetterKind.ACKNOWLEDGEMENT, PARTIAL, Map.of());
        missing("'question'", LetterKind.CLARIFICATION, null, Map.of());
        missing("'ground'", LetterKind.EXTENSION, null, Map.of(LetterField.GROUND, "because"));
        change(() -> requests.extend(
                R1, ExtensionGround.VOLUMINOUS, "14,000 messages", LocalDate.of(2026, 10, 29), ORTIZ, NOW));
        assertThat(letters.draft(request(), LetterKind.EXTENSION, null, Map.of(), ORTIZ, TODAY)
                        .text())
                .contains("7922.535(c)(2)", "14,000 messages", "October 29, 2026");
    }

    private void missing(
            String words,
            LetterKind kind,
            @org.jspecify.annotations.Nullable Determination answer,
            Map<LetterField, String> given) {
        assertThatThrownBy(() -> letters.draft(request(), kind, answer, given, ORTIZ, TODAY))
                .isInstanceOf(RequestRefused.class)
                .hasMessageContaining(words);
    }
}
