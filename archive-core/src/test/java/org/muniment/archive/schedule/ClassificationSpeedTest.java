package org.muniment.archive.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.index.ItemDocument;
import org.muniment.archive.item.Collection;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.item.Item;
import org.muniment.archive.item.Reading;
import org.muniment.archive.item.reading.ItemReader;
import org.muniment.archive.item.reading.ReadingLimits;
import org.muniment.archive.item.reading.Receipt;
import org.muniment.archive.store.Digest;
import org.muniment.archive.store.Spool;

/** How long it takes to classify real mail, one thread. Prints; fails only if it is far too slow. */
@EnabledIfEnvironmentVariable(named = "MUNIMENT_CORPORA", matches = ".+")
class ClassificationSpeedTest {
    private static final int MAILS = 4_000;
    private static final int ROUNDS = 6;

    @TempDir
    Path scratch;

    @Test
    void classifyingTakesAFractionOfReading() throws IOException {
        RetentionSchedule schedule = LawPhrases.schedule();
        long reading = System.nanoTime();
        List<ItemDocument> mails = mails();
        reading = System.nanoTime() - reading;
        var classifier = new Classifier(schedule, List.of(), Footers.Known.NONE, ZoneId.of("America/Los_Angeles"));
        var learner = new FooterLearner(Footers.Known.NONE);
        Map<SeriesId, Integer> counts = new TreeMap<>();
        double classifying = 0;
        double learning = 0;
        for (int round = 0; round < ROUNDS; round++) {
            counts.clear();
            long start = System.nanoTime();
            mails.forEach(mail -> counts.merge(classifier.classify(mail).series(), 1, Integer::sum));
            classifying = perMail(start, mails);
            start = System.nanoTime();
            mails.forEach(
                    mail -> learner.observe(sender(mail), mail.reading().text().body()));
            learning = perMail(start, mails);
        }
        System.out.printf(
                "%d mails: read %.3f ms (cold), classified %.3f ms, footers learned %.3f ms each; %s%n",
                mails.size(), reading / 1e6 / mails.size(), classifying, learning, counts);
        assertThat(classifying).isLessThan(1);
    }

    private static double perMail(long start, List<ItemDocument> mails) {
        return (System.nanoTime() - start) / 1e6 / mails.size();
    }

    private static String sender(ItemDocument mail) {
        var from = mail.reading().item().people().from();
        return from.isEmpty() ? "" : from.getFirst().address();
    }

    private List<ItemDocument> mails() throws IOException {
        var mails = new ArrayList<ItemDocument>();
        Path folder = Path.of(System.getenv("MUNIMENT_CORPORA")).resolve("enron-folders");
        try (Stream<Path> tree = Files.walk(folder);
                var reader = new ItemReader(ReadingLimits.DEFAULT, scratch)) {
            for (Path file :
                    tree.filter(Files::isRegularFile).sorted().limit(MAILS).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                mails.add(document(reader.read(
                        Digest.of(bytes),
                        new Spool.InMemory(bytes),
                        Receipt.byServer(Instant.EPOCH.plusSeconds(1L << 30)))));
            }
        }
        return mails;
    }

    private static ItemDocument document(Reading reading) {
        Item item = reading.item();
        return new ItemDocument(
                reading,
                List.of(new Collection(
                        item.id(), new Custodian("a@x.gov"), "/mail", "1", "Inbox", List.of(), Instant.EPOCH, "run")));
    }
}
