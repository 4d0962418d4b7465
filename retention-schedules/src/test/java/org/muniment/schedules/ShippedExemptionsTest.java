package org.muniment.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.muniment.archive.review.Exemption;
import org.muniment.archive.review.Exemption.Verified;
import org.muniment.archive.review.Exemptions;
import org.muniment.archive.review.ExemptionsInvalid;
import org.muniment.archive.review.PersonalData;

/** The exemptions that ship: every section is the one that was looked up, with how far it was checked. */
class ShippedExemptionsTest {
    /** Written here anew, not read from the file: name, last section, mark. */
    private static final String SECTIONS = """
            drafts 7927.500 S            litigation 7927.200 S          personnel 7927.700 S
            investigations 7923.600 S    other-law 7927.705 S           pupil-records 49076 S
            attorney-client 954 N        official-information 1040 S    balancing 7922.000 S
            home-data 7928.300 V         officials-home-data 7928.200-7928.230 S
            ssn 7922.200 N               test-questions 7929.605 N      real-estate 7928.705 N
            library 7927.100-7927.105 N  labor-relations 7928.410 N     vulnerability 7929.200 N
            information-security 7929.210 S                             safe-at-home 6206-6207 S
            """;

    private static String yaml = "";
    private static Exemptions exemptions = Exemptions.read(minimal("verified: text"));

    @BeforeAll
    static void load() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                ShippedExemptionsTest.class.getResourceAsStream("/california/exemptions.yaml"))) {
            yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        exemptions = Exemptions.read(yaml);
    }

    @Test
    void everyExemptionHasItsSectionTitleAndMark() {
        Map<String, String> expected = new TreeMap<>();
        String[] words = SECTIONS.trim().split("\\s+");
        for (int i = 0; i < words.length; i += 3) {
            expected.put(words[i], words[i + 1] + " " + words[i + 2]);
        }
        assertThat(exemptions.all())
                .allSatisfy(one -> assertThat(one.section()).startsWith("Gov. Code "))
                .allSatisfy(one -> assertThat(one.title()).isNotBlank());
        assertThat(exemptions.all().stream()
                        .collect(Collectors.toMap(Exemption::id, ShippedExemptionsTest::sectionAndMark)))
                .isEqualTo(expected);
    }

    private static String sectionAndMark(Exemption one) {
        String last = one.section().substring(one.section().lastIndexOf(' ') + 1);
        return last + " "
                + switch (one.verified()) {
                    case TEXT -> "V";
                    case SECONDARY -> "S";
                    case NOT -> "N";
                };
    }

    @Test
    void onlyWhatWasReadInTheLawsTextHasNoWarning() {
        assertThat(exemptions.all())
                .filteredOn(one -> one.warning().isEmpty())
                .extracting(Exemption::id)
                .containsExactly("home-data");
        assertThat(exemptions.all())
                .filteredOn(one -> one.verified() == Verified.NOT)
                .allSatisfy(one -> assertThat(one.warning()).get().asString().contains("not checked"));
    }

    @Test
    void noSectionIsForStateAgenciesOrOfTheOldNumbers() {
        assertThat(exemptions.all())
                .extracting(Exemption::section)
                .noneMatch(section -> section.contains("7928.405") || section.contains("625"));
    }

    @Test
    void anExemptionIsFoundByNameOrByASectionThatOnlyItHas() {
        assertThat(exemptions.find("Home-Data")).isEqualTo(exemptions.find("gov. code 7928.300"));
        assertThat(exemptions.find("home-data")).isPresent();
        assertThat(exemptions.find("Gov. Code 6254")).isEmpty();
        for (PersonalData kind : PersonalData.values()) {
            assertThat(exemptions.all()).contains(exemptions.suggestedFor(kind));
        }
    }

    private static String minimal(String mark) {
        StringBuilder file = new StringBuilder("exemptions:\n  - id: a\n    section: Gov. Code 1\n    title: A\n    ")
                .append(mark)
                .append("\nsuggestions:\n");
        for (PersonalData kind : PersonalData.values()) {
            file.append("  ").append(kind).append(": a\n");
        }
        return file.toString();
    }

    @Test
    void aFileThatIsNotCompleteIsRefusedWithAllThatIsWrong() {
        assertThatThrownBy(() -> Exemptions.read(minimal("note: x")))
                .isInstanceOf(ExemptionsInvalid.class)
                .hasMessageContaining("a lacks its mark");
        assertThatThrownBy(() -> Exemptions.read(yaml.replace("section: Gov. Code 7928.300", "section: ''")))
                .hasMessageContaining("home-data needs its section");
        assertThatThrownBy(() -> Exemptions.read(yaml.replace("  PUPIL: pupil-records\n", "")))
                .hasMessageContaining("no exemption for PUPIL");
        assertThatThrownBy(() -> Exemptions.read(yaml.replace("id: drafts", "id: litigation")))
                .hasMessageContaining("litigation stands there twice");
        assertThatThrownBy(() -> Exemptions.read("{")).hasMessageContaining("no YAML");
        assertThatThrownBy(() -> Exemptions.read("[]")).isInstanceOf(ExemptionsInvalid.class);
    }
}
