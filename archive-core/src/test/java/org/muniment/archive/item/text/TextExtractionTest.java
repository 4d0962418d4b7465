package org.muniment.archive.item.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With real worker processes. */
class TextExtractionTest {
    private final TextExtraction extraction =
            new TextExtraction(new ExtractionLimits(Duration.ofSeconds(20), 64, 1_000, 1));

    @AfterEach
    void close() {
        extraction.close();
    }

    private Extract read(TextExtraction by, String type, String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.US_ASCII);
        return by.read("file", type, new ByteArrayInputStream(bytes), bytes.length);
    }

    private Extract rtf(TextExtraction by, String text) throws IOException {
        return read(by, "application/rtf", "{\\rtf1\\ansi\\pard " + text + "\\par}");
    }

    @Test
    void aCrashCostsOnlyTheFileThatCausedIt() throws IOException {
        assertThat(rtf(extraction, "before").text()).isEqualTo("before");
        assertThat(read(extraction, MisbehavingParser.TYPE, "crash").gap()).isEqualTo(Reasons.CRASHED);
        assertThat(rtf(extraction, "after").text()).isEqualTo("after");
    }

    @Test
    void runningOutOfMemoryCostsOnlyTheFileThatCausedIt() throws IOException {
        assertThat(read(extraction, MisbehavingParser.TYPE, "memory").gap()).isEqualTo(Reasons.OUT_OF_MEMORY);
        assertThat(rtf(extraction, "after").text()).isEqualTo("after");
    }

    @Test
    void aHangEndsAtTheTimeLimitAndCostsOnlyItsFile() throws IOException {
        try (TextExtraction hasty = new TextExtraction(new ExtractionLimits(Duration.ofSeconds(4), 64, 1_000, 1))) {
            assertThat(read(hasty, MisbehavingParser.TYPE, "hang").gap()).isEqualTo("took longer than 4 s");
            assertThat(rtf(hasty, "after").text()).isEqualTo("after");
        }
    }

    @Test
    void aParserThatPrintsOrRecursesForeverDoesNotDisturbTheNextAnswer() throws IOException {
        assertThat(read(extraction, MisbehavingParser.TYPE, "print").gap()).isEmpty();
        // A stack that overflows may take the worker with it; the next answer is what counts.
        assertThat(read(extraction, MisbehavingParser.TYPE, "recurse").gap()).isNotEmpty();
        assertThat(rtf(extraction, "after").text()).isEqualTo("after");
    }

    @Test
    void textBeyondTheLimitIsCutAndSaidSo() throws IOException {
        Extract extract = rtf(extraction, "word ".repeat(1_000));
        assertThat(extract.gap()).isEqualTo("only the first 1,000 characters");
        assertThat(extract.text().length()).isBetween(900, 1_000);
    }

    @Test
    void aTypeWithoutAReaderIsNamedUnlessItHoldsNoText() throws IOException {
        assertThat(read(extraction, "application/octet-stream", "\u0001\u0002\u0003\u0004")
                        .gap())
                .contains("no reader for this type");
        assertThat(read(extraction, "image/x-unheard-of", "\u0001\u0002\u0003\u0004")
                        .gap())
                .isEmpty();
    }

    @Test
    void manyThreadsShareTheWorkersAndEachGetsItsOwnAnswer() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Extract>> answers = java.util.stream.IntStream.range(0, 20)
                    .mapToObj(i -> threads.submit(() -> rtf(extraction, "number " + i)))
                    .toList();
            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).get().text()).isEqualTo("number " + i);
            }
        }
    }

    @Test
    void closingEndsTheWorkersAndLeavesNoFiles() throws IOException {
        WorkerProcess worker = WorkerProcess.start(
                new ExtractionLimits(Duration.ofSeconds(5), 64, 100, 1), java.nio.file.Files.createTempDirectory("w"));
        ProcessHandle process = ProcessHandle.of(worker.pid()).orElseThrow();
        worker.close();
        assertThat(process.isAlive()).isFalse();
    }
}
