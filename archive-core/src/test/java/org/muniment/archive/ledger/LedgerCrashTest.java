package org.muniment.archive.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Catalogue;

/** A real process appends and is really killed, again and again, on one ledger. */
class LedgerCrashTest {
    private static final int ROUNDS = 10;

    @Test
    void afterEveryKillAllThatWasAcknowledgedIsThereAndTheLogIsClean(@TempDir Path folder)
            throws IOException, InterruptedException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        long acknowledged = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<String> lines = appendAndKill(folder, round, random.nextInt(1, 400));
            assertThat(lines).as("seed %d", seed).isNotEmpty();
            try (OpenLedger open = OpenLedger.in(Catalogue.sqlite(folder.resolve("catalogue.db")), folder)) {
                assertThat(open.findings()).as("seed %d round %d", seed, round).isEmpty();
                for (String line : lines) {
                    acknowledged += assertThatAllIsThere(open.ledger(), round, line);
                }
                assertThat(open.ledger().size()).isGreaterThanOrEqualTo(acknowledged);
            }
        }
    }

    /** Gives the lines that the process wrote whole before it was killed, some time after its first. */
    private static List<String> appendAndKill(Path folder, int writer, int milliseconds)
            throws IOException, InterruptedException {
        Path output = folder.resolve("output-" + writer);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AppendUntilKilled.class.getName(),
                        folder.toString(),
                        Integer.toString(writer))
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        while (process.isAlive() && Files.size(output) == 0) {
            Thread.sleep(5);
        }
        Thread.sleep(milliseconds);
        assertThat(process.isAlive()).as("until it is killed").isTrue();
        process.destroyForcibly().waitFor();
        String written = Files.readString(output);
        return written.substring(0, written.lastIndexOf('\n') + 1).lines().toList();
    }

    private static int assertThatAllIsThere(Ledger ledger, int writer, String line) {
        String[] parts = line.split(" ");
        int more = Integer.parseInt(parts[2]);
        assertThat(ledger.entries(Long.parseLong(parts[0]), more))
                .extracting(Entry::event)
                .isEqualTo(OpenLedger.events(writer, Integer.parseInt(parts[1]), more));
        return more;
    }
}
