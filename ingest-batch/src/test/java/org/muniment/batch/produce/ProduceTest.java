package org.muniment.batch.produce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muniment.archive.production.ProductionFormat;
import org.muniment.archive.production.bundle.PackageCheck;
import org.muniment.archive.production.loadfile.DocumentRow;
import org.muniment.archive.production.loadfile.LoadField;
import org.muniment.archive.production.loadfile.OptLine;
import org.muniment.archive.review.Decision;
import org.muniment.archive.review.Part;
import org.muniment.batch.TestItem;

class ProduceTest {
    @TempDir
    Path folder;

    private static final String MILO = "Milo Ashfeld";

    private District three() {
        District district = District.create(folder);
        district.plain(1, "Lunch on Friday", "Soup.\n> quoted\n   indented");
        district.plain(8, "About " + MILO, MILO + " fell from the climber.\nHis mother, Mrs. Ashfeld, called.");
        district.plain(15, "Advice of counsel", "Settle it quietly.");
        return district;
    }

    private District three(TestItem kind) {
        District district = District.create(folder);
        district.message(kind, 1, "Lunch on Friday", "Soup.");
        district.message(kind, 8, "About " + MILO, MILO + " fell from the climber.\nHis mother, Mrs. Ashfeld, called.");
        district.message(kind, 15, "Advice of counsel", "Settle it quietly.");
        return district;
    }

    private static void decide(District district) {
        district.code(List.of(district.item("Lunch on Friday")), Decision.RESPONSIVE);
        district.code(List.of(district.item("About " + MILO)), Decision.EXEMPT_IN_PART, District.PUPIL);
        district.redact(district.item("About " + MILO), new Part.Subject(), MILO);
        district.redact(district.item("About " + MILO), new Part.Body(), MILO);
        district.code(List.of(district.item("Advice of counsel")), Decision.EXEMPT_IN_WHOLE, District.PUPIL);
    }

    @ParameterizedTest
    @EnumSource
    void aRedactedAndAWithheldItemAreShownAsDecided(TestItem kind) throws IOException {
        try (District district = three(kind)) {
            decide(district);
            Produced produced = district.produce(district.reviewed(ProductionFormat.PDF, "out"));
            assertThat(produced.redacted()).isEqualTo(1);
            assertThat(produced.withheld()).isEqualTo(1);
            String text = new Package(produced.folder()).allText();
            assertThat(text)
                    .contains("fell from the climber", "Ed. Code 49076", "is withheld", "Lunch on Friday")
                    .doesNotContain("Milo", "Advice of counsel", "Settle it");
            assertThat(PackageCheck.check(produced.folder()).findings()).isEmpty();
        }
    }

    @Test
    void everyFormatHidesItInEveryFile() throws IOException {
        try (District district = three()) {
            decide(district);
            for (ProductionFormat format : ProductionFormat.values()) {
                Produced produced = district.produce(district.reviewed(format, "out-" + format));
                assertThat(PackageCheck.check(produced.folder()).findings()).isEmpty();
                for (Path file : new Package(produced.folder()).files()) {
                    String bytes = Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
                    assertThat(bytes).as("%s", file).doesNotContain("Milo Ash", "Settle it");
                }
            }
        }
    }

    @Test
    void nothingIsBuiltWhileSomethingIsUndecided() {
        try (District district = three()) {
            assertThatThrownBy(() -> district.produce(district.reviewed(ProductionFormat.PDF, "out")))
                    .isInstanceOf(BuildStopped.class)
                    .hasMessageContaining("has no decision yet");
            decide(district);
            district.code(List.of(district.item("Lunch on Friday")), Decision.SECOND_LOOK);
            assertThatThrownBy(() -> district.produce(district.reviewed(ProductionFormat.PDF, "out")))
                    .isInstanceOf(BuildStopped.class)
                    .hasMessageContaining("needs a second look");
            assertThat(folder.resolve("out")).doesNotExist();
        }
    }

    @Test
    void whatIsExemptInPartNeedsARedaction() {
        try (District district = three()) {
            decide(district);
            district.code(List.of(district.item("Lunch on Friday")), Decision.EXEMPT_IN_PART, District.PUPIL);
            assertThatThrownBy(() -> district.produce(district.reviewed(ProductionFormat.PDF, "out")))
                    .isInstanceOf(BuildStopped.class)
                    .hasMessageContaining("nothing of it is redacted");
        }
    }

    @Test
    void whatIsNotResponsiveIsLeftOut() throws IOException {
        try (District district = three()) {
            decide(district);
            district.code(List.of(district.item("Lunch on Friday")), Decision.NOT_RESPONSIVE);
            Produced produced = district.produce(district.reviewed(ProductionFormat.PDF, "out"));
            assertThat(produced.leftOut()).isEqualTo(1);
            assertThat(new Package(produced.folder()).allText()).doesNotContain("Lunch");
        }
    }

    @Test
    void wordsHiddenAtOnePlaceAndShownAtAnotherStopTheBuildUntilAPersonDecides() {
        try (District district = three()) {
            district.plain(22, "Re: lunch", "Is " + MILO + " coming?");
            decide(district);
            district.code(List.of(district.item("Re: lunch")), Decision.RESPONSIVE);
            assertThatThrownBy(() -> district.produce(district.reviewed(ProductionFormat.PDF, "out")))
                    .isInstanceOf(BuildStopped.class)
                    .hasMessageContaining("where nobody redacted them")
                    .hasMessageNotContaining("Milo");
            Produced produced = district.produce(district.request(
                    ProductionFormat.PDF, District.SET, "out", new ProduceRequest.Consents(false, true)));
            assertThat(produced.folder()).isDirectory();
        }
    }

    @Test
    void aLeakyBuildIsBlocked() {
        try (District district = three()) {
            decide(district);
            Produce leaky = new Produce(district.archive, "test", scratch -> open -> List.of(leaf(open)));
            assertThatThrownBy(() -> leaky.run(district.reviewed(ProductionFormat.PDF, "out"), Produce.Progress.NONE))
                    .isInstanceOf(BuildStopped.class)
                    .hasMessageContaining("were to be removed")
                    .hasMessageNotContaining("Milo");
            assertThat(folder.resolve("out")).doesNotExist();
            assertThat(district.archive.productions().latest(1).getFirst().built())
                    .isEmpty();
        }
    }

    /** A program that forgets to hide anything. */
    private static Leaf leaf(OpenItem open) {
        ShownTexts all = new ShownTexts(open.contents().reading(), List.of());
        OpenItem bare =
                new OpenItem(open.registered(), open.contents(), open.collections(), new Treatment.Whole(), all);
        return new MessageLeaf(District.CLOCK.getZone()).of(bare, java.util.Map.of());
    }

    @Test
    void pagesNumbersAndLoadFilesAgreeForTheSampleDistrict() throws IOException {
        try (District district = District.create(folder)) {
            district.ingestSample();
            Produced produced = district.produce(district.internal(ProductionFormat.COURT, "court"));
            Package made = new Package(produced.folder());
            List<DocumentRow> rows = made.dat();
            List<OptLine> lines = made.opt();
            long pages = produced.production().built().orElseThrow().pages();
            assertThat(lines).hasSize((int) pages);
            assertThat(made.pageTexts()).hasSize((int) pages);
            assertThat(rows.stream()
                            .mapToLong(row -> Long.parseLong(row.get(LoadField.PAGECOUNT)))
                            .sum())
                    .isEqualTo(pages);
            assertThat(produced.items()).isEqualTo(312);
            Set<String> parents = rows.stream()
                    .filter(row -> row.get(LoadField.PARENTID).isEmpty())
                    .map(row -> row.get(LoadField.BEGBATES))
                    .collect(Collectors.toSet());
            assertThat(parents).hasSize(312);
            assertThat(rows)
                    .allMatch(row ->
                            row.get(LoadField.PARENTID).isEmpty() || parents.contains(row.get(LoadField.PARENTID)));
            assertThat(PackageCheck.check(produced.folder()).findings()).isEmpty();
        }
    }

    @Test
    void theSampleDistrictIsMadeForPeopleAndForAnArchivesToo() {
        try (District district = District.create(folder)) {
            district.ingestSample();
            for (ProductionFormat format : List.of(ProductionFormat.PDF, ProductionFormat.BAG)) {
                Produced produced = district.produce(district.internal(format, "out-" + format));
                assertThat(produced.items()).isEqualTo(312);
                assertThat(PackageCheck.check(produced.folder()).findings()).isEmpty();
            }
        }
    }
}
