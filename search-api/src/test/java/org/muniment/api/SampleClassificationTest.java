package org.muniment.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.schedule.Verdict;

/** The schedule that ships, held against what a records clerk would say of each copy of each mail of the sample district. */
class SampleClassificationTest {
    private static final Path DEMO = Path.of("src/main/resources/demo");

    @TempDir
    private static Path scratch;

    private static final Confusion classes = new Confusion();
    private static final Confusion series = new Confusion();
    private static final List<String> mistakes = new ArrayList<>();
    private static List<Expected> expected;
    private static List<Verdict> verdicts;
    private static int footers;

    /** A line of {@code expected.tsv}: a copy, its class and its row or rows. */
    record Expected(String path, String recordClass, List<String> rows) {
        static Expected of(String line) {
            String[] cells = line.split("\t");
            return new Expected(cells[0], cells[2], List.of(cells[3].split("\\+")));
        }

        String custodian() {
            return path.split("/")[1];
        }
    }

    @BeforeAll
    static void classify() throws IOException {
        expected = Files.readAllLines(DEMO.resolve("expected.tsv"), StandardCharsets.UTF_8).stream()
                .skip(1)
                .map(Expected::of)
                .toList();
        try (Clerk clerk = new Clerk(scratch)) {
            Map<String, List<byte[]>> boxes = new HashMap<>();
            expected.forEach(one -> clerk.take(bytes(one.path(), boxes), one.custodian(), "Inbox"));
            verdicts = clerk.verdicts();
            footers = clerk.footers();
        }
        for (int i = 0; i < expected.size(); i++) {
            compare(expected.get(i), verdicts.get(i));
        }
        mistakes.forEach(System.out::println);
        System.out.printf(
                "Classes: %.3f right%n%sSeries: %.3f right%n%s",
                classes.accuracy(), classes, series.accuracy(), series);
    }

    private static void compare(Expected one, Verdict verdict) {
        String recordClass =
                String.valueOf(verdict.classification().recordClass().number());
        String id = verdict.series().id().value();
        classes.add(one.recordClass(), recordClass);
        series.add(one.rows().getFirst(), one.rows().contains(id) ? one.rows().getFirst() : id);
        if (!one.recordClass().equals(recordClass)) {
            mistakes.add("Class " + one.recordClass() + " came out as " + recordClass + ": " + one.path() + " ("
                    + one.rows() + " as " + id + ": " + verdict.classification().reason() + ")");
        }
    }

    private static byte[] bytes(String path, Map<String, List<byte[]>> boxes) {
        try {
            int hash = path.indexOf('#');
            if (hash < 0) {
                return Files.readAllBytes(DEMO.resolve(path));
            }
            List<byte[]> box = boxes.computeIfAbsent(path.substring(0, hash), SampleClassificationTest::mbox);
            return box.get(Integer.parseInt(path.substring(hash + 1)) - 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The messages of an mboxrd file; the sample has no {@code From } line within a message that is not quoted. */
    private static List<byte[]> mbox(String file) {
        try {
            String all = Files.readString(DEMO.resolve(file), StandardCharsets.ISO_8859_1);
            var messages = new ArrayList<byte[]>();
            for (String message : all.split("(?m)^From .*\\R")) {
                if (!message.isBlank()) {
                    String plain = message.replaceAll("(?m)^>(>*From )", "$1");
                    messages.add(plain.getBytes(StandardCharsets.ISO_8859_1));
                }
            }
            return messages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void nineOfTenCopiesHaveTheClassAClerkWouldGive() {
        assertThat(expected).hasSize(369);
        assertThat(classes.accuracy()).as(classes.toString()).isGreaterThanOrEqualTo(0.90);
        assertThat(List.of("1", "2", "3")).allSatisfy(each -> {
            assertThat(classes.precision(each)).as("precision of Class " + each).isGreaterThanOrEqualTo(0.83);
            assertThat(classes.recall(each)).as("recall of Class " + each).isGreaterThanOrEqualTo(0.80);
        });
    }

    @Test
    void nothingPermanentComesOutAsDisposable() {
        assertThat(classes.count("1", "3"))
                .as(dangerous("Class 1 came out as 3"))
                .isZero();
    }

    @Test
    void nothingThatWaitsForAPersonOrAnEventComesOutAsNoRecord() {
        assertThat(verdicts).hasSameSizeAs(expected);
        for (int i = 0; i < verdicts.size(); i++) {
            if (!expected.get(i).recordClass().equals("3")) {
                assertThat(verdicts.get(i).series().transitory())
                        .as(expected.get(i).path())
                        .isFalse();
            }
        }
    }

    @Test
    void sevenOfEightCopiesFallIntoTheRowAClerkWouldGive() {
        assertThat(series.accuracy()).as(series.toString()).isGreaterThanOrEqualTo(0.875);
    }

    @Test
    void theNoticeUnderEveryMailIsLearned() {
        assertThat(footers).isPositive();
    }

    private static String dangerous(String start) {
        return mistakes.stream().filter(line -> line.startsWith(start)).collect(Collectors.joining("\n"));
    }
}
