package org.muniment.archive.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muniment.archive.review.ReviewDesk.HOME;
import static org.muniment.archive.review.ReviewDesk.NOON;
import static org.muniment.archive.review.ReviewDesk.ORTIZ;
import static org.muniment.archive.review.ReviewDesk.PUPIL;
import static org.muniment.archive.review.ReviewDesk.R1;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.muniment.archive.item.Item;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.ItemText;
import org.muniment.archive.item.Parsed;
import org.muniment.archive.review.Coding.Ruling;
import org.muniment.archive.review.Part.PeopleField;

class WithholdingLogTest {
    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    private static final Item SECRET = ReviewDesk.item("lopez", "lopez");

    private static Coding coding(Decision decision, Exemption... exemptions) {
        return new Coding(
                R1, SECRET.id(), new Ruling(decision, List.of(exemptions), "my own words"), ORTIZ, NOON, null);
    }

    private static Redaction applied(Part part, Place place, Exemption exemption) {
        return new Redaction(
                new RedactionId("X1"),
                new Suggestion(
                        R1,
                        SECRET.id(),
                        part,
                        place,
                        exemption,
                        "test",
                        place instanceof Place.Span ? "0".repeat(64) : ""),
                Redaction.State.APPLIED,
                ORTIZ,
                NOON);
    }

    private static List<WithholdingLog.Row> log(Coding coding, Redaction... applied) {
        Map<ItemId, List<Redaction>> redactions =
                applied.length == 0 ? Map.of() : Map.of(SECRET.id(), List.of(applied));
        return WithholdingLog.of(List.of(SECRET), Map.of(SECRET.id(), coding), redactions, ZONE);
    }

    @Test
    void aWithheldItemIsNamedByItsKindDayPeopleAndSectionOnly() {
        assertThat(log(coding(Decision.EXEMPT_IN_WHOLE, PUPIL)))
                .containsExactly(new WithholdingLog.Row(
                        1,
                        SECRET.id(),
                        "2026-03-01",
                        "E-mail",
                        "Ann Clerk <clerk@district.example>",
                        "board@district.example; Eva Lopez <eva@gmail.com>",
                        "E-mail with 1 attachment",
                        "Gov. Code 7927.705; Ed. Code 49076",
                        true,
                        0,
                        List.of(PUPIL.warning().orElseThrow())));
    }

    @Test
    void aNameThatIsRedactedIsNotInTheLog() {
        String to = PartTexts.people(SECRET.people().to());
        int eva = to.indexOf("eva@gmail.com");
        WithholdingLog.Row row = log(
                        coding(Decision.EXEMPT_IN_PART, PUPIL),
                        applied(new Part.People(PeopleField.TO), new Place.Span(eva, eva + 13), HOME),
                        applied(new Part.Subject(), new Place.Whole(), PUPIL))
                .getFirst();
        assertThat(row.recipients()).isEqualTo("board@district.example; [withheld]");
        assertThat(row.description()).isEqualTo("E-mail with 1 attachment, 2 passages removed");
        assertThat(row.basis()).isEqualTo("Gov. Code 7927.705; Ed. Code 49076; Gov. Code 7928.300");
        assertThat(row.withheld()).isFalse();
        assertThat(row.toString().toLowerCase(java.util.Locale.ROOT)).doesNotContain("lopez", "my own words");
        assertThat(log(
                                coding(Decision.EXEMPT_IN_WHOLE, PUPIL),
                                applied(new Part.People(PeopleField.FROM), new Place.Whole(), HOME))
                        .getFirst()
                        .author())
                .isEqualTo("[withheld]");
    }

    @Test
    void whatIsHandedOutWholeOrLeftOutHasNoLine() {
        assertThat(log(coding(Decision.RESPONSIVE))).isEmpty();
        assertThat(log(coding(Decision.NOT_RESPONSIVE))).isEmpty();
        assertThat(log(coding(Decision.RESPONSIVE), applied(new Part.Subject(), new Place.Whole(), HOME)))
                .hasSize(1);
        assertThat(WithholdingLog.of(List.of(SECRET), Map.of(), Map.of(), ZONE)).isEmpty();
    }

    @Test
    void thePartsOfAnItemStandInTheOrderOfAPage() {
        Map<Part, String> parts = PartTexts.of(
                new Parsed(SECRET, new ItemText("Hello", List.of(new ItemText.AttachmentText("2", "Words")))));
        assertThat(parts.keySet())
                .extracting(Part::written)
                .containsExactly("from", "to", "subject", "body", "name of 2", "text of 2");
        assertThat(parts)
                .containsEntry(new Part.AttachmentName("2"), "lopez.pdf")
                .containsEntry(new Part.Body(), "Hello");
        String to = PartTexts.people(SECRET.people().to());
        assertThat(PartTexts.spans(SECRET.people().to()))
                .extracting(span -> to.substring(span.start(), span.end()))
                .containsExactly("board@district.example", "Eva Lopez <eva@gmail.com>");
    }
}
