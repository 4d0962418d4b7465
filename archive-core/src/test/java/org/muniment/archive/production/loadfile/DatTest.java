package org.muniment.archive.production.loadfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniment.archive.production.BatesNumber;
import org.muniment.archive.production.BatesRange;
import org.muniment.archive.production.ProductionRefused;

/** Concordance load files, byte by byte. */
class DatTest {
    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    private static final String[] PIECES = {
        "þ", "þþ", "®", "\u0014", "\r\n", "\n", "\r", "\u2028", ";", ",", "\"", "'", "\\", "\ufeff", "é", "日本", "😀",
        "\ud83d", "\u0000", "\t", " ", "a", "Budget", "=1+1", "^", "|", "\u0085", "\u0080"
    };

    private static byte[] written(DatDialect dialect, List<DocumentRow> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DatWriter dat = new DatWriter(out, dialect)) {
            for (DocumentRow row : rows) {
                dat.write(row);
            }
        }
        return out.toByteArray();
    }

    private static List<DocumentRow> read(byte[] file, DatDialect dialect) throws IOException {
        try (DatReader reader = new DatReader(new ByteArrayInputStream(file), dialect)) {
            return reader.documents();
        }
    }

    private static List<List<String>> records(String file, DatDialect dialect) throws IOException {
        List<List<String>> records = new ArrayList<>();
        try (DatReader reader =
                new DatReader(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), dialect)) {
            for (Optional<List<String>> next = reader.next(); next.isPresent(); next = reader.next()) {
                records.add(next.get());
            }
        }
        return records;
    }

    private static DocumentRow sample() {
        return DocumentRow.of(new BatesRange(BatesNumber.parse("CUSD-000000001"), BatesNumber.parse("CUSD-000000003")))
                .with(LoadField.SUBJECT, "Þing about\r\nthe þorn ®")
                .with(LoadField.TO, List.of("a@x.gov", "Doe; Jane <b@x.gov>"))
                .with(LoadField.DATESENT, LoadField.TIMESENT, Instant.parse("2026-03-02T07:59:59.9Z"), ZONE)
                .with(LoadField.DATERECEIVED, LoadField.TIMERECEIVED, null, ZONE)
                .with(LoadField.REDACTED, true)
                .with(LoadField.WITHHELD, false);
    }

    private static String field(LoadField field, Map<LoadField, String> values) {
        return "þ" + values.getOrDefault(field, "") + "þ";
    }

    @Test
    void theBytesAreThoseThatConcordanceReads() throws IOException {
        String header = Stream.of(LoadField.values())
                .map(field -> "þ" + field.name() + "þ")
                .collect(Collectors.joining("\u0014"));
        Map<LoadField, String> values = Map.of(
                LoadField.BEGBATES, "CUSD-000000001",
                LoadField.ENDBATES, "CUSD-000000003",
                LoadField.PAGECOUNT, "3",
                LoadField.SUBJECT, "Þing about®the þþorn (R)",
                LoadField.TO, "a@x.gov;Doe, Jane <b@x.gov>",
                LoadField.DATESENT, "03/01/2026",
                LoadField.TIMESENT, "23:59:59",
                LoadField.REDACTED, "Y",
                LoadField.WITHHELD, "N");
        String row =
                Stream.of(LoadField.values()).map(field -> field(field, values)).collect(Collectors.joining("\u0014"));
        String text = header + "\r\n" + row + "\r\n";
        byte[] utf8 = written(DatDialect.CONCORDANCE, List.of(sample()));
        assertThat(utf8).startsWith(0xef, 0xbb, 0xbf, 0xc3, 0xbe, 'B', 'E', 'G');
        assertThat(new String(utf8, StandardCharsets.UTF_8)).isEqualTo("\ufeff" + text);
        byte[] cp1252 = written(DatDialect.CP1252, List.of(sample()));
        assertThat(cp1252)
                .startsWith(0xfe, 'B')
                .containsSequence(0xfe, 0x14, 0xfe)
                .containsSequence('t', 0xae, 't');
        assertThat(new String(cp1252, Charset.forName("windows-1252"))).isEqualTo(text);
    }

    @Test
    void whatWasChangedIsToldForTheListOfExceptions() throws IOException {
        try (DatWriter dat = new DatWriter(new ByteArrayOutputStream(), DatDialect.CONCORDANCE)) {
            assertThat(dat.write(sample()))
                    .containsExactly(new DatWriter.Change(
                            LoadField.SUBJECT, "The sign ® means a line break in a load file; (R) stands for it"));
            assertThat(dat.write(new DocumentRow(Map.of(LoadField.SUBJECT, "a\u0014b"))))
                    .extracting(DatWriter.Change::what)
                    .containsExactly("A control character was replaced by a space, or half a character by U+FFFD");
            assertThat(dat.write(new DocumentRow(Map.of(LoadField.SUBJECT, "one\r\ntwo\tþ 日本"))))
                    .isEmpty();
        }
    }

    @Test
    void codePage1252RefusesWhatDoesNotFitAndWritesNothingOfTheRow() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DocumentRow wrong = sample().with(LoadField.CC, "日本 <x@y.jp>");
        try (DatWriter dat = new DatWriter(out, DatDialect.CP1252)) {
            assertThatThrownBy(() -> dat.write(wrong))
                    .isInstanceOf(ProductionRefused.class)
                    .hasMessageContaining("CC of document CUSD-000000001")
                    .hasMessageContaining("日 (U+65E5)");
            dat.write(sample());
        }
        assertThat(out.toByteArray()).isEqualTo(written(DatDialect.CP1252, List.of(sample())));
    }

    @Test
    void whatIsWrittenIsReadBackFieldByField() throws IOException {
        long seed = System.nanoTime();
        System.out.println("DatTest seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<DocumentRow> rows = new ArrayList<>();
            List<DocumentRow> expected = new ArrayList<>();
            for (int i = random.nextInt(6); i >= 0; i--) {
                DocumentRow row = any(random);
                rows.add(row);
                expected.add(asWritten(row));
            }
            assertThat(read(written(DatDialect.CONCORDANCE, rows), DatDialect.CP1252))
                    .as("seed %d", seed)
                    .isEqualTo(expected);
        }
    }

    @Test
    void codePage1252IsReadBackToo() throws IOException {
        long seed = System.nanoTime();
        System.out.println("DatTest seed " + seed);
        Random random = new Random(seed);
        int refused = 0;
        for (int round = 0; round < 300; round++) {
            DocumentRow row = any(random);
            try {
                assertThat(read(written(DatDialect.CP1252, List.of(row)), DatDialect.CP1252))
                        .as("seed %d", seed)
                        .containsExactly(asWritten(row));
            } catch (ProductionRefused expected) {
                refused++;
                assertThat(row.values().values().stream()
                                .anyMatch(value -> !Charset.forName("windows-1252")
                                        .newEncoder()
                                        .canEncode(FieldText.written(value, DatDialect.CP1252))))
                        .as("seed %d", seed)
                        .isTrue();
            }
        }
        assertThat(refused).as("seed %d", seed).isBetween(1, 299);
    }

    private static DocumentRow asWritten(DocumentRow row) {
        return new DocumentRow(row.values().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> FieldText.written(one.getValue(), DatDialect.CONCORDANCE))));
    }

    private static DocumentRow any(Random random) {
        DocumentRow row = sample();
        for (int i = random.nextInt(8); i > 0; i--) {
            StringBuilder value = new StringBuilder();
            for (int piece = random.nextInt(7); piece > 0; piece--) {
                value.append(PIECES[random.nextInt(PIECES.length)]);
            }
            row = row.with(LoadField.values()[random.nextInt(LoadField.values().length)], value.toString());
        }
        return row;
    }

    @Test
    void partlyQuotedRecordsAndOtherSignsAreRead() throws IOException {
        DatDialect carets = new DatDialect('^', '|', '~', StandardCharsets.UTF_8);
        assertThat(records("|A|^B^|C^D|\r\nx^|say ||no||~now|^\r\r\n\n^^||", carets))
                .containsExactly(List.of("A", "B", "C^D"), List.of("x", "say |no|\nnow", ""), List.of("", "", ""));
        assertThat(records("þAþ\u0014B\u0014\nþ1\n2þ\u00144/21/2001 2:48 PM", DatDialect.CONCORDANCE))
                .containsExactly(List.of("A", "B", ""), List.of("1\n2", "4/21/2001 2:48 PM"));
    }

    @Test
    void aDelimiterAfterTheLastFieldIsAcceptedAndAnotherCountIsNot() throws IOException {
        byte[] trailing =
                "þBEGBATESþ\u0014þSUBJECTþ\u0014\nþXþ\u0014þþ\u0014\nþYþ\u0014þsþ\n".getBytes(StandardCharsets.UTF_8);
        assertThat(read(trailing, DatDialect.CONCORDANCE))
                .containsExactly(
                        new DocumentRow(Map.of(LoadField.BEGBATES, "X")),
                        new DocumentRow(Map.of(LoadField.BEGBATES, "Y", LoadField.SUBJECT, "s")));
        byte[] more = "BEGBATES\u0014SUBJECT\nX\u0014a\u0014b\n".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> read(more, DatDialect.CONCORDANCE))
                .isInstanceOf(LoadFileMalformed.class)
                .hasMessageContaining("Record 2: It has 3 fields, the header has 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"þBEGBATES", "þBEGBATESþx\n", "NOFIELD\n"})
    void whatIsNoLoadFileIsRefused(String text) {
        assertThatThrownBy(() -> read(text.getBytes(StandardCharsets.UTF_8), DatDialect.CONCORDANCE))
                .isInstanceOf(LoadFileMalformed.class)
                .hasMessageStartingWith("Record 1: ");
    }
}
