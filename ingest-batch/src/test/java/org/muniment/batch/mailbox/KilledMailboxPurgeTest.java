package org.muniment.batch.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muniment.batch.mailbox.PurgeDistrict.CLERK;
import static org.muniment.batch.mailbox.PurgeDistrict.OLD;
import static org.muniment.batch.mailbox.PurgeDistrict.RECENT;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.disposition.Trips;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.batch.Child;
import org.muniment.batch.TestArchive;

/** A process that purges a mailbox is killed, again and again, at random moments: mostly among the removals of a batch. */
class KilledMailboxPurgeTest {
    @TempDir
    private Path folder;

    @Test
    @Tag("short")
    void killedThreeTimesAPurgeStillRemovesEachProposedMessageOnceAndNothingElse() throws Exception {
        killAndFinish(3, 700);
    }

    @Test
    @Tag("slow")
    void killedManyTimesAPurgeStillRemovesEachProposedMessageOnceAndNothingElse() throws Exception {
        killAndFinish(Integer.getInteger("muniment.kills", 5), 1_500);
    }

    private void killAndFinish(int rounds, int messages) throws Exception {
        long seed = System.nanoTime();
        System.out.println("killAndFinish seed " + seed);
        Random random = new Random(seed);
        try (PurgeDistrict district = district(folder)) {
            district.adopted().deliver(30, "INBOX", RECENT, "").deliver(messages, "INBOX", OLD, "");
            district.takeIn();
            assertThat(district.run().stopped()).contains("more than 5 %");
            district.purge().override(district.mailbox(), CLERK, "The first purge of this mailbox");
        }
        int killed = 0;
        for (int round = 0; round < rounds; round++) {
            killed += killOne(random) ? 1 : 0;
        }
        assertThat(killed).isEqualTo(rounds);
        try (PurgeDistrict district = district(folder)) {
            int left = district.maildir.files().size();
            assertThat(left).isBetween(31, messages + 29);
            MailboxReport report = district.run();
            assertThat(report.removed()).isEqualTo(messages);
            assertThat(district.maildir.files()).hasSize(30);
            assertThat(district.removals())
                    .hasSize(messages)
                    .extracting(CustodyEvent.RemovedFromMailbox::item)
                    .doesNotHaveDuplicates();
            assertThat(district.objects()).hasSize(messages + 30);
            assertThat(district.trips.removedOn(Trips.Clock.MAILBOX, night()).get(""))
                    .isEqualTo((long) messages);
        }
    }

    private static LocalDate night() {
        return PurgeDistrict.NIGHT.atZone(PurgeDistrict.ZONE).toLocalDate();
    }

    private static PurgeDistrict district(Path folder) {
        return new PurgeDistrict(TestArchive.sqlite(folder), folder);
    }

    /** Kills the process a moment after its first batch began; false when it was done before. */
    private boolean killOne(Random random) throws Exception {
        Process process = Child.start(256, KilledMailboxPurgeTest.class, folder.toString());
        List<String> seen = new ArrayList<>();
        try (BufferedReader lines = process.inputReader()) {
            String line = lines.readLine();
            while (line != null && !line.startsWith("removing")) {
                seen.add(line);
                line = lines.readLine();
            }
            TimeUnit.MILLISECONDS.sleep(random.nextInt(250));
            boolean alive = process.isAlive();
            process.destroyForcibly().waitFor();
            assertThat(line).as(String.join("\n", seen)).isNotNull();
            return alive;
        }
    }

    /** What the process that is killed does: as a purge does, but slower. */
    public static void main(String... arguments) {
        try (PurgeDistrict district = district(Path.of(arguments[0]))) {
            district.run(real -> new Meddling(real) {
                @Override
                public List<Removal> remove(List<MailboxMessage> messages) {
                    System.out.println("removing " + messages.size());
                    return messages.stream()
                            .map(one -> {
                                LockSupport.parkNanos(1_500_000);
                                return super.remove(List.of(one)).getFirst();
                            })
                            .toList();
                }
            });
        }
    }
}
