package org.muniment.archive.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muniment.archive.review.ReviewDesk.DOE;
import static org.muniment.archive.review.ReviewDesk.HOME;
import static org.muniment.archive.review.ReviewDesk.LEE;
import static org.muniment.archive.review.ReviewDesk.NOON;
import static org.muniment.archive.review.ReviewDesk.ORTIZ;
import static org.muniment.archive.review.ReviewDesk.PUPIL;
import static org.muniment.archive.review.ReviewDesk.R1;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Catalogue;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.review.Redaction.State;

/** What the register of redactions promises on every database. */
abstract class RedactionsContract {
    private static final String TEXT = "Call Maria Lopez at 559-555-0142 about the bus.";

    @TempDir
    private Path folder;

    private ReviewDesk desk;
    private Redactions redactions;
    private ItemId item;

    abstract Catalogue open(Path folder);

    @BeforeEach
    void openDesk() {
        desk = ReviewDesk.open(open(folder), folder);
        redactions = desk.redactions();
        item = desk.collect("first", "first");
    }

    @AfterEach
    void close() {
        desk.catalogue().close();
    }

    private Suggestion passage(ReviewSet set, int start, int end) {
        return new Suggestion(
                set, item, new Part.Body(), new Place.Span(start, end), HOME, "pattern: x", PartTexts.digest(TEXT));
    }

    private Suggestion other(Part part, Place place) {
        return new Suggestion(R1, item, part, place, PUPIL, "drawn by a person", "");
    }

    private List<Redaction> suggest(Suggestion... all) {
        return desk.change(() -> redactions.suggest(List.of(all), NOON));
    }

    @Test
    void everyKindOfPlaceIsFoundAsItWasProposed() {
        List<Suggestion> all = List.of(
                passage(R1, 5, 16),
                other(new Part.Subject(), new Place.Whole()),
                other(new Part.AttachmentName("2.1!a\0\\b/\u00e9.txt"), new Place.Whole()),
                other(new Part.People(Part.PeopleField.BCC), new Place.Whole()),
                other(new Part.AttachmentText("2"), new Place.Region(3, 0.1, 1.0E-4, 0.5, 0.25)));
        List<Redaction> proposed = suggest(all.toArray(Suggestion[]::new));
        assertThat(proposed).extracting(Redaction::what).containsExactlyElementsOf(all);
        assertThat(proposed).extracting(one -> one.id().value()).containsExactly("X1", "X2", "X3", "X4", "X5");
        assertThat(redactions.of(R1, item)).isEqualTo(proposed);
        assertThat(redactions.page(R1, State.SUGGESTED, new RedactionId("X3"), 1))
                .containsExactly(proposed.get(3));
        assertThat(redactions.find(new RedactionId("X5"))).contains(proposed.get(4));
        assertThat(redactions.waiting(R1, List.of(item))).containsExactly(Map.entry(item, 5L));
    }

    @Test
    void onlyWhatAPersonAppliesCounts() {
        List<Redaction> proposed = suggest(passage(R1, 5, 16), passage(R1, 20, 32));
        assertThat(redactions.applied(R1, List.of(item))).isEmpty();
        assertThat(desk.events()).isEmpty();
        Redaction applied = desk.change(
                        () -> redactions.apply(List.of(proposed.getFirst().id()), PUPIL, ORTIZ, NOON))
                .getFirst();
        assertThat(applied.by()).isEqualTo(ORTIZ);
        assertThat(applied.exemption()).isEqualTo(PUPIL);
        desk.change(() -> redactions.refuse(List.of(proposed.getLast().id()), LEE, NOON));
        assertThat(redactions.applied(R1, List.of(item))).containsExactly(Map.entry(item, List.of(applied)));
        assertThat(redactions.applied(DOE, List.of(item))).isEmpty();
        assertThat(redactions.counts(R1)).containsOnly(Map.entry(State.APPLIED, 1L), Map.entry(State.REFUSED, 1L));
        assertThat(redactions.waiting(R1, List.of(item))).isEmpty();
    }

    @Test
    void aDecisionCanBeChangedAndEveryStepStays() {
        RedactionId id = suggest(passage(R1, 5, 16)).getFirst().id();
        desk.change(() -> redactions.apply(List.of(id), null, ORTIZ, NOON));
        assertThat(desk.change(() -> redactions.apply(List.of(id), null, LEE, NOON)))
                .isEmpty();
        desk.change(() -> redactions.refuse(List.of(id), LEE, NOON.plusSeconds(9)));
        assertThat(redactions.history(id))
                .extracting(Redaction::state)
                .containsExactly(State.SUGGESTED, State.APPLIED, State.REFUSED);
        assertThat(redactions.history(id)).extracting(Redaction::by).containsExactly(null, ORTIZ, LEE);
        assertThat(redactions.find(id)).contains(redactions.history(id).getLast());
        assertThat(desk.events()).containsExactly("RedactionsDecided", "RedactionsDecided");
    }

    @Test
    void whatWasDecidedIsNotProposedAgain() {
        RedactionId id = suggest(passage(R1, 5, 16)).getFirst().id();
        desk.change(() -> redactions.refuse(List.of(id), ORTIZ, NOON));
        assertThat(suggest(passage(R1, 5, 16), passage(DOE, 5, 16)))
                .extracting(Redaction::set)
                .containsExactly(DOE);
        suggest(passage(R1, 20, 40));
        assertThat(suggest(passage(R1, 20, 32), passage(R1, 22, 40))).isEmpty();
        assertThat(suggest(passage(R1, 19, 32))).hasSize(1);
        desk.change(() -> redactions.add(List.of(other(new Part.Body(), new Place.Whole())), ORTIZ, NOON));
        assertThat(suggest(passage(R1, 0, 4))).isEmpty();
    }

    @Test
    void whatAPersonDrawsIsAppliedAtOnceAlsoWhereItWasRefused() {
        RedactionId id = suggest(passage(R1, 5, 16)).getFirst().id();
        desk.change(() -> redactions.refuse(List.of(id), ORTIZ, NOON));
        List<Redaction> drawn =
                desk.change(() -> redactions.add(List.of(passage(R1, 5, 16), passage(R1, 33, 38)), LEE, NOON));
        assertThat(drawn).extracting(Redaction::state).containsOnly(State.APPLIED);
        assertThat(redactions.find(id).orElseThrow().by()).isEqualTo(LEE);
        assertThat(redactions.of(R1, item)).hasSize(2);
    }

    @Test
    void theLedgerHasTheDigestOfAllThatIsRemoved() {
        List<Redaction> drawn =
                desk.change(() -> redactions.add(List.of(passage(R1, 5, 16), passage(R1, 20, 32)), LEE, NOON));
        desk.change(() -> redactions.refuse(List.of(drawn.getFirst().id()), ORTIZ, NOON));
        List<CustodyEvent> events = desk.ledger().entriesFor(item.value()).stream()
                .map(entry -> entry.event())
                .filter(CustodyEvent.RedactionsDecided.class::isInstance)
                .toList();
        assertThat(events)
                .containsExactly(
                        new CustodyEvent.RedactionsDecided(
                                NOON, "R1", item.value(), "APPLIED", 2, Redactions.digest(drawn), LEE.name()),
                        new CustodyEvent.RedactionsDecided(
                                NOON,
                                "R1",
                                item.value(),
                                "REFUSED",
                                1,
                                Redactions.digest(List.of(drawn.getLast())),
                                ORTIZ.name()));
    }

    @Test
    void theDigestTellsDifferentRemovalsApartAndNothingElse() {
        List<Redaction> here =
                desk.change(() -> redactions.add(List.of(passage(R1, 5, 16), passage(R1, 20, 32)), LEE, NOON));
        List<Redaction> there = desk.change(
                () -> redactions.add(List.of(passage(DOE, 20, 32), passage(DOE, 5, 16)), ORTIZ, NOON.plusSeconds(1)));
        assertThat(Redactions.digest(there)).isEqualTo(Redactions.digest(here));
        assertThat(Redactions.digest(List.of(here.getFirst()))).isNotEqualTo(Redactions.digest(here));
        Redaction otherGround = desk.change(
                        () -> redactions.apply(List.of(here.getFirst().id()), PUPIL, LEE, NOON))
                .getFirst();
        assertThat(Redactions.digest(List.of(otherGround, here.getLast()))).isNotEqualTo(Redactions.digest(here));
        assertThat(Redactions.digest(List.of()))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void whatIsNotThereIsRefusedAndNothingChanged() {
        RedactionId id = suggest(passage(R1, 5, 16)).getFirst().id();
        assertThatThrownBy(() ->
                        desk.change(() -> redactions.apply(List.of(id, new RedactionId("X9")), null, LEE, NOON)))
                .isInstanceOf(ReviewRefused.class)
                .hasMessageContaining("no redaction X9");
        assertThat(redactions.find(id).orElseThrow().state()).isEqualTo(State.SUGGESTED);
    }

    @Test
    void aPlaceThatMeansNothingIsRefused() {
        assertThatThrownBy(() -> new Place.Region(1, 0.6, 0, 0.5, 0.1)).hasMessageContaining("within it");
        assertThatThrownBy(() -> new Place.Region(1, Double.NaN, 0, 0.5, 0.1)).hasMessageContaining("within it");
        assertThatThrownBy(() -> new Place.Span(4, 4)).hasMessageContaining("ends after");
        assertThatThrownBy(() -> other(new Part.Body(), new Place.Region(1, 0, 0, 1, 1)))
                .hasMessageContaining("page of an attachment");
        assertThatThrownBy(() -> other(new Part.Body(), new Place.Span(0, 1))).hasMessageContaining("digest");
        assertThatThrownBy(() -> Place.read("10-")).hasMessageContaining("A place is");
        assertThatThrownBy(() -> Part.read("footer")).hasMessageContaining("A part is");
    }
}
