package org.muniment.archive.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.query.ItemQueryParser;
import org.muniment.archive.request.ScopeProposal.Known;

class ScopeProposalTest {
    private static final ItemQueryParser PARSER = new ItemQueryParser(ZoneId.of("America/Los_Angeles"));
    private static final Known LEE = known("Ann Lee", "Superintendent", "alee@d.example", "ann.lee@d.example");
    private static final Known LIGHTS = known("Bo Lights", "Teacher", "blights@d.example");
    private static final Known REYES = known("Dana Reyes", "Chief Business Officer", "dreyes@d.example");
    private static final Known SOLIS = known("Eva Solis", "Teacher", "esolis@d.example");
    private static final List<Known> DIRECTORY = List.of(LEE, LIGHTS, REYES, SOLIS);

    private static Known known(String name, String role, String... addresses) {
        return new Known(name, role, new Custodian(addresses[0]), List.of(addresses));
    }

    private static ScopeProposal of(String words) {
        return ScopeProposal.of(words, DIRECTORY, PARSER);
    }

    @Test
    void aWholeRequestIsReadForMailboxesDaysAndTerms() {
        ScopeProposal proposal =
                of("Please provide all e-mails sent or received by Dana Reyes or the Superintendent about the"
                        + " field lights and the \"bid protest\", from August through December 2025.");
        assertThat(proposal.custodians())
                .extracting(one -> one.known().name())
                .containsExactly("Ann Lee", "Dana Reyes");
        assertThat(proposal.custodians())
                .extracting(ScopeProposal.Proposed::because)
                .containsExactly("Superintendent", "Dana Reyes");
        assertThat(proposal.from()).isEqualTo(LocalDate.of(2025, 8, 1));
        assertThat(proposal.to()).isEqualTo(LocalDate.of(2025, 12, 31));
        assertThat(proposal.query()).isEqualTo("field w/5 lights OR bid w/5 protest");
    }

    @Test
    void peopleAreNamedByAnyAddressTheirNameOrARoleThatOnlyTheyHave() {
        assertThat(of("mail of ANN.LEE@d.example").custodians())
                .extracting(one -> one.known())
                .containsExactly(LEE);
        assertThat(of("what Mr. Reyes wrote").custodians())
                .extracting(one -> one.known())
                .containsExactly(REYES);
        assertThat(of("the field lights of every teacher").custodians()).isEmpty();
        assertThat(of("Leeward").custodians()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "between 8/1/2025 and 12/31/2025 | 2025-08-01 | 2025-12-31",
                "from August 1 to September 3rd, 2025 | 2025-08-01 | 2025-09-03",
                "since January 2025 | 2025-01-01 |",
                "before 2024-07-01 | | 2024-07-01",
                "from May 2, 2025 to the present | 2025-05-02 |",
                "the 2024-25 school year | 2024-07-01 | 2025-06-30",
                "school year 2024-2025 | 2024-07-01 | 2025-06-30",
                "during 2023 | 2023-01-01 | 2023-12-31",
                "from 2021 to 2023 | 2021-01-01 | 2023-12-31",
                "in fall 2025 | 2025-08-01 | 2025-12-31",
                "February 30, 2025 | |",
                "room 2025 | |",
                "they may come | |"
            })
    void daysAreReadAsPeopleWriteThem(String words, @Nullable LocalDate from, @Nullable LocalDate to) {
        ScopeProposal proposal = of("Records on lights " + words);
        assertThat(proposal.from()).isEqualTo(from);
        assertThat(proposal.to()).isEqualTo(to);
    }

    @Test
    void wordsOfEveryRequestAreNoTerms() {
        assertThat(of("Under the California Public Records Act I request all emails and documents")
                        .isEmpty())
                .isTrue();
        assertThat(of("contract 24-013 and W-9").query()).isEqualTo("contract w/5 \"24-013\" OR \"w-9\"");
    }

    @Test
    void whateverIsAskedTheProposalCanBeRead() {
        long seed = 20261122;
        Random random = new Random(seed);
        String letters = "ab AND OR not \"'\u201c\u201d()*:/-.,;w/3 2025 may fall \n\t<>\u00e9\u4e2d~^[]{}\\+!?";
        for (int round = 0; round < 3000; round++) {
            StringBuilder words = new StringBuilder();
            for (int at = 0; at < 40; at++) {
                words.append(letters.charAt(random.nextInt(letters.length())));
            }
            ScopeProposal proposal = of(words.toString());
            if (!proposal.query().isEmpty()) {
                assertThat(PARSER.parse(proposal.query()).toString())
                        .as("seed %d: %s", seed, words)
                        .isNotEmpty();
            }
        }
    }
}
