package org.muniment.archive.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniment.archive.query.ItemQuery.And;
import org.muniment.archive.query.ItemQuery.Between;
import org.muniment.archive.query.ItemQuery.Is;
import org.muniment.archive.query.ItemQuery.Near;
import org.muniment.archive.query.ItemQuery.Not;
import org.muniment.archive.query.ItemQuery.Or;
import org.muniment.archive.query.ItemQuery.Prefix;
import org.muniment.archive.query.ItemQuery.Words;

class ItemQueryParserTest {
    private static final ZoneId FRESNO = ZoneId.of("America/Los_Angeles");
    private final ItemQueryParser parser = new ItemQueryParser(FRESNO);

    @Test
    void wordsSideBySideMustAllBeThere() {
        assertThat(parser.parse("budget cuts")).isEqualTo(new And(List.of(word("budget"), word("cuts"))));
    }

    @Test
    void andBindsTighterThanOr() {
        assertThat(parser.parse("a OR b AND c d"))
                .isEqualTo(new Or(List.of(word("a"), new And(List.of(word("b"), word("c"), word("d"))))));
        assertThat(parser.parse("a OR b AND c").toString()).isEqualTo("a OR (b AND c)");
    }

    @Test
    void notStandsAlone() {
        assertThat(parser.parse("NOT fox")).isEqualTo(new Not(word("fox")));
        assertThat(parser.parse("a NOT b")).isEqualTo(new And(List.of(word("a"), new Not(word("b")))));
    }

    @Test
    void quotedWordsAreExactAndCurlyQuotesAreQuotes() {
        var phrase = new Words(Field.TEXT, List.of("closed", "session"), true);
        assertThat(parser.parse("\"closed  session\"")).isEqualTo(phrase);
        assertThat(parser.parse("“closed session”")).isEqualTo(phrase);
        assertThat(parser.parse("~\"closed session\""))
                .isEqualTo(new Words(Field.TEXT, List.of("closed", "session"), false));
    }

    @Test
    void nearnessTakesWordsPhrasesStartsAndChoices() {
        assertThat(parser.parse("budget w/5 cuts"))
                .isEqualTo(new Near(Field.TEXT, word("budget"), word("cuts"), 5, false));
        assertThat(parser.parse("subject:((budget OR \"school fund\") PRE/3 cut*)")
                        .toString())
                .isEqualTo("subject:((budget OR \"school fund\") pre/3 cut*)");
    }

    @Test
    void nearnessBindsTighterThanAnd() {
        assertThat(parser.parse("school budget w/5 cuts").toString()).isEqualTo("school AND budget w/5 cuts");
    }

    @Test
    void aFieldHoldsForItsParentheses() {
        assertThat(parser.parse("subject:(a OR NOT b)"))
                .isEqualTo(new Or(List.of(
                        new Words(Field.SUBJECT, List.of("a"), false),
                        new Not(new Words(Field.SUBJECT, List.of("b"), false)))));
    }

    @Test
    void addressesAreTakenAsTyped() {
        assertThat(parser.parse("from:Bob@X.gov")).isEqualTo(new Is(Field.FROM, "bob@x.gov"));
        assertThat(parser.parse("from:\"Ann  Lee\"")).isEqualTo(new Is(Field.FROM, "ann lee"));
        assertThat(parser.parse("from:bob*")).isEqualTo(new Prefix(Field.FROM, "bob"));
        assertThat(parser.parse("messageid:<A:1@x>")).isEqualTo(new Is(Field.MESSAGE_ID, "a:1@x"));
    }

    @ParameterizedTest
    @CsvSource({
        "sent:2024-07-01..2025-06-30, 2024-07-01, 2025-06-30",
        "sent:2024, 2024-01-01, 2024-12-31",
        "sent:2024-02, 2024-02-01, 2024-02-29",
        "sent:2024-02..2024-03, 2024-02-01, 2024-03-31",
        "sent:2024-07-01, 2024-07-01, 2024-07-01",
        "sent:2024-07-01.., 2024-07-01,",
        "sent:>=2024-07, 2024-07-01,",
        "sent:>2024-07, 2024-08-01,",
        "sent:..2020, , 2020-12-31",
        "sent:<2020, , 2019-12-31",
        "sent:*, , "
    })
    void daysAreWholeAndBothEndsAreWithin(String typed, LocalDate first, LocalDate last) {
        assertThat(parser.parse(typed)).isEqualTo(new Between(Field.SENT, new Range.Days(first, last, FRESNO)));
    }

    @Test
    void theLastDayEndsAtMidnightWhereTheAgencyIs() {
        var range = ((Between) parser.parse("sent:2024-07-01..2025-06-30")).range();
        assertThat(Instant.ofEpochMilli(range.min())).isEqualTo("2024-07-01T07:00:00Z");
        assertThat(Instant.ofEpochMilli(range.max())).isEqualTo("2025-07-01T06:59:59.999Z");
    }

    @ParameterizedTest
    @CsvSource({
        "size:>1MB, 1048577, 9223372036854775807",
        "size:1mb..5MB, 1048576, 5242880",
        "size:..1.5k, 0, 1536",
        "size:<=20, 0, 20",
        "size:500, 500, 500"
    })
    void sizesCountIn1024s(String typed, long least, long most) {
        assertThat(parser.parse(typed)).isEqualTo(new Between(Field.SIZE, new Range.Bytes(least, most)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "sbuject:x              | 0  | 8  | There is no field sbuject: – did you mean subject:?",
                "a AND sender:bob       | 6  | 7  | There is no field sender: – did you mean from:?",
                "see http://x.gov       | 4  | 5  | There is no field http: – to find these characters put them in quotes",
                "sent:2024-02-30        | 5  | 10 | There is no such day: 2024-02-30",
                "sent:7/1/2024          | 5  | 8  | Write a day as 2024-07-01",
                "sent:2025..2024        | 5  | 10 | The range ends before it begins",
                "sent:..                | 5  | 2  | A range needs at least one end",
                "a \"b c                | 2  | 1  | This quote is not closed",
                "a (b c                 | 2  | 1  | This parenthesis is not closed",
                "a) b                   | 1  | 1  | This parenthesis closes nothing",
                "a ()                   | 2  | 1  | There is nothing between these parentheses",
                "*each                  | 0  | 5  | A star stands only at the end of a word",
                "te*ch                  | 0  | 5  | A star stands only at the end of a word",
                "from:*@x.gov           | 5  | 7  | for a domain write from:x.gov",
                "t*                     | 0  | 2  | Before a star stand at least two characters",
                "\"teach* us\"          | 0  | 11 | A star within quotes finds nothing",
                "wom?n                  | 0  | 5  | have no meaning",
                "a w/5                  | 2  | 3  | There is nothing to the right of w/5",
                "w/5 a                  | 0  | 3  | There is nothing to the left of w/5",
                "a w/ b                 | 2  | 2  | Write w/5",
                "a w/s b                | 2  | 3  | Write w/5",
                "a near/5 b             | 2  | 6  | Write w/5",
                "a w/0 b                | 2  | 3  | Words can be 1 to 500 apart",
                "a w/5 b w/5 c          | 8  | 3  | Join two at a time",
                "subject:a w/5 b        | 10 | 3  | Both sides of w/ or pre/ must be in one field",
                "from:a w/5 from:b      | 7  | 3  | from: does not take w/",
                "(a b) w/5 c            | 6  | 3  | Beside w/ or pre/ stands a word",
                "a and b                | 2  | 3  | Write AND, OR, NOT in capitals",
                "a && b                 | 2  | 2  | Write AND, OR, NOT in capitals",
                "a -b                   | 2  | 2  | To leave a word out write NOT",
                "a AND                  | 2  | 3  | There is nothing to the right of AND",
                "OR a                   | 0  | 2  | A word or a field is missing before this",
                "subject:               | 0  | 8  | subject: needs a value",
                "subject:(from:bob)     | 9  | 5  | hold no other field",
                "kind:fax               | 5  | 3  | kind: takes email, voicemail, posting, calendar, contact, not fax",
                "has:cheese             | 4  | 6  | has: takes attachment, not cheese",
                "size:big               | 5  | 3  | Write a size as",
                "id:12                  | 3  | 2  | id: takes 24 hexadecimal digits",
                "a &&& b                | 2  | 3  | There are no letters or digits",
                "\"---\"                | 0  | 5  | There are no letters or digits",
            })
    void whatIsNotUnderstoodIsNamedAtItsPlace(String typed, int position, int length, String message) {
        var error = catchThrowableOfType(QuerySyntaxException.class, () -> parser.parse(typed));
        assertThat(error).describedAs(typed).isNotNull().hasMessageContaining(message);
        assertThat(error.position()).describedAs(typed).isEqualTo(position);
        assertThat(error.length()).describedAs(typed).isEqualTo(length);
    }

    @Test
    void anErrorPointsAtItsPlace() {
        var error = catchThrowableOfType(QuerySyntaxException.class, () -> parser.parse("a AND sbuject:x"));
        assertThat(error.pointed()).startsWith("a AND sbuject:x\n      ^^^^^^^^\nThere is no field sbuject:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u00a0"})
    void anEmptyQueryIsAnError(String typed) {
        assertThatThrownBy(() -> parser.parse(typed))
                .isInstanceOf(QuerySyntaxException.class)
                .hasMessageContaining("empty");
    }

    @Test
    void deepNestingIsAnErrorRatherThanAnOverflow() {
        for (String opener : List.of("(", "NOT ", "subject:(", "((NOT ")) {
            assertThatThrownBy(() -> parser.parse(opener.repeat(9_000) + "a")).isInstanceOf(QuerySyntaxException.class);
        }
    }

    @Test
    void aLongListOfTermsIsRead() {
        var list = new StringBuilder("term0");
        for (int i = 1; i < 5_000; i++) {
            list.append(" OR term").append(i);
        }
        assertThat(((Or) parser.parse(list.toString())).parts()).hasSize(5_000);
    }

    @ParameterizedTest
    @EnumSource(Field.class)
    void everyFieldIsInTheHelpWithAnExampleThatParses(Field field) {
        assertThat(parser.parse(field.example()).leaves())
                .first()
                .extracting("field")
                .isEqualTo(field);
        assertThat(Field.help()).anyMatch(line -> line.startsWith(field.key() + " "));
        assertThat(Field.named(field.key().toUpperCase(Locale.ROOT))).contains(field);
    }

    @Test
    void aQueryWrittenOutIsReadBackAsTheSame() {
        long seed = System.nanoTime();
        var queries = new RandomQueries(new Random(seed), FRESNO);
        for (int i = 0; i < 50_000; i++) {
            ItemQuery query = queries.next();
            assertThat(parser.parse(query.toString()))
                    .as("seed %d: %s", seed, query)
                    .isEqualTo(query);
        }
    }

    @Test
    void anyInputIsEitherReadOrRefusedWithAPosition() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        int read = 0;
        for (int i = 0; i < 200_000; i++) {
            String typed = RandomQueries.garble(random);
            try {
                ItemQuery query = parser.parse(typed);
                read++;
                assertThat(parser.parse(query.toString()))
                        .as("seed %d: %s", seed, typed)
                        .isEqualTo(query);
            } catch (QuerySyntaxException e) {
                if (e.position() > typed.length()
                        || e.length() < 1
                        || e.pointed().isBlank()) {
                    throw new AssertionError("seed " + seed + ": " + typed, e);
                }
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("seed " + seed + ": " + typed, e);
            }
        }
        assertThat(read)
                .as("seed %d: garbled input that is still a query", seed)
                .isPositive();
    }

    private void sameWhenReadBack(ItemQuery query, long seed) {
        if (!parser.parse(query.toString()).equals(query)) {
            throw new AssertionError("seed " + seed + ": " + query);
        }
    }

    private static Words word(String word) {
        return new Words(Field.TEXT, List.of(word), false);
    }
}
