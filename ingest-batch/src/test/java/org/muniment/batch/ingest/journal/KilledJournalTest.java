package org.muniment.batch.ingest.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Archive;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.archive.item.Run;
import org.muniment.batch.Child;
import org.muniment.batch.fixity.FixityCheck;

/** A journal is killed while several senders send, and started again; senders send again what was not acknowledged. */
class KilledJournalTest {
    private static final int SENDERS = 8;

    @TempDir
    private Path home;

    private final Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicInteger next = new AtomicInteger();
    private final List<Integer> unsure = new ArrayList<>();

    @Test
    @Tag("slow")
    void killedUnderLoadItLosesNothingThatItAcknowledgedAndStoresNothingTwice() throws Exception {
        long seed = System.nanoTime();
        System.out.println("killedUnderLoad seed " + seed);
        Random random = new Random(seed);
        int kills = Integer.getInteger("muniment.kills", 4);
        for (int kill = 0; kill < kills; kill++) {
            killOne(random);
        }
        int before = acknowledged.size();
        assertThat(before).isPositive();
        sendTheRest();
        try (Archive archive = Archive.write(home, Clock.systemUTC())) {
            Set<Integer> kept = archive.items()
                    .all()
                    .map(RegisteredItem::item)
                    .map(item -> Integer.parseInt(item.subject().substring("Number ".length())))
                    .collect(Collectors.toSet());
            assertThat(kept).containsAll(acknowledged);
            assertThat(archive.items().holdings().items()).isEqualTo(kept.size());
            assertThat(archive.items().holdings().collections()).isEqualTo(2L * kept.size());
            assertThat(archive.runs().latest(9)).allSatisfy(run -> {
                assertThat(run.state()).isEqualTo(Run.State.RECONCILED);
                assertThat(run.tally().holds()).isTrue();
            });
            assertThat(archive.runs().latest(9).stream()
                            .mapToLong(run -> run.tally().stored())
                            .sum())
                    .isEqualTo(kept.size());
            assertThat(new FixityCheck(archive, done -> {})
                            .run(java.util.OptionalInt.empty(), List.of())
                            .faults())
                    .isEmpty();
            System.out.println(acknowledged.size() + " acknowledged, " + before + " of them before a kill");
        }
    }

    /** What was not acknowledged goes out again, as every mail server does, and some more. */
    private void sendTheRest() throws Exception {
        try (Listening journal = new Listening(home);
                Client client = new Client(journal.smtp())) {
            client.say("EHLO x");
            unsure.add(next.getAndIncrement());
            for (int number : unsure) {
                assertThat(send(client, number)).startsWith("250");
                acknowledged.add(number);
            }
        }
    }

    private static String send(Client client, int number) throws IOException {
        return client.mail(
                "clerk@district.example",
                "board@district.example",
                "Message-ID: <" + number + "@district.example>\r\nFrom: clerk@district.example\r\nSubject: Number "
                        + number + "\r\n\r\n" + "Some words of the body. ".repeat(number % 40));
    }

    private void killOne(Random random) throws Exception {
        Process process = Child.start(256, KilledJournalTest.class, home.toString());
        try (BufferedReader lines = process.inputReader();
                ExecutorService threads = Executors.newFixedThreadPool(SENDERS)) {
            String line = lines.readLine();
            while (line != null && !line.startsWith("port ")) {
                line = lines.readLine();
            }
            assertThat(line).isNotNull();
            int port = Integer.parseInt(line.substring("port ".length()));
            List<CompletableFuture<Void>> senders = new ArrayList<>();
            for (int i = 0; i < SENDERS; i++) {
                senders.add(CompletableFuture.runAsync(() -> sendUntilKilled(port), threads));
            }
            int enough = acknowledged.size() + 30 + random.nextInt(100);
            for (int waited = 0; acknowledged.size() < enough && waited < 600; waited++) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            assertThat(process.isAlive()).isTrue();
            process.destroyForcibly().waitFor();
            senders.forEach(CompletableFuture::join);
        }
    }

    private void sendUntilKilled(int port) {
        int number = -1;
        try (Client client = new Client(port)) {
            client.say("EHLO x");
            while (true) {
                number = next.getAndIncrement();
                if (!send(client, number).startsWith("250 2.0.0 Kept")) {
                    break;
                }
                acknowledged.add(number);
            }
        } catch (IOException killed) {
            // what was under way is sent again later
        }
        if (number >= 0 && !acknowledged.contains(number)) {
            synchronized (unsure) {
                unsure.add(number);
            }
        }
    }

    /** What the process that is killed does. */
    public static void main(String... arguments) throws InterruptedException {
        JournalSettings settings = Listening.settings(null, false, 1 << 20, 20, Duration.ofSeconds(2));
        try (Listening journal = new Listening(Path.of(arguments[0]), settings)) {
            System.out.println("port " + journal.smtp());
            TimeUnit.MINUTES.sleep(5);
        }
    }
}
