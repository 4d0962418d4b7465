package org.muniment.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.muniment.archive.index.ItemDocument;
import org.muniment.archive.item.Address;
import org.muniment.archive.item.Collection;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.item.Reading;
import org.muniment.archive.item.reading.ItemReader;
import org.muniment.archive.item.reading.ReadingLimits;
import org.muniment.archive.item.reading.Receipt;
import org.muniment.archive.schedule.Classifier;
import org.muniment.archive.schedule.FooterLearner;
import org.muniment.archive.schedule.Footers;
import org.muniment.archive.schedule.RetentionSchedule;
import org.muniment.archive.schedule.Verdict;
import org.muniment.archive.store.Digest;
import org.muniment.archive.store.Spool;

/** Reads mails as an ingest does, learns their footers and then holds each against the schedule that ships. */
final class Clerk implements AutoCloseable {
    private static final String SCHEDULE = "/california/california-k12-title-5.yaml";

    private final RetentionSchedule schedule = RetentionSchedule.parse(yaml());
    private final List<ItemDocument> documents = new ArrayList<>();
    private final FooterLearner learner = new FooterLearner(Footers.Known.NONE);
    private final List<Footers.Footer> footers = new ArrayList<>();
    private final ItemReader reader;

    Clerk(Path scratch) {
        this.reader = new ItemReader(ReadingLimits.DEFAULT, scratch);
    }

    /** Takes a mail in; its verdict will have its place in {@link #verdicts}. */
    void take(byte[] mail, String custodian, String folder) {
        Reading reading = reader.read(Digest.of(mail), Spool.of(mail), Receipt.NONE);
        String sender = reading.item().people().from().stream()
                .findFirst()
                .map(Address::address)
                .orElse("");
        footers.addAll(learner.observe(sender, reading.text().body()));
        documents.add(new ItemDocument(
                reading,
                List.of(new Collection(
                        reading.item().id(),
                        new Custodian(custodian),
                        "/mail",
                        String.valueOf(documents.size()),
                        folder,
                        List.of(),
                        Instant.EPOCH,
                        "run"))));
    }

    /** What the schedule says of each mail, in the order in which they were taken. */
    List<Verdict> verdicts() {
        var classifier = new Classifier(schedule, List.of(), new Footers.Known(footers), schedule.zone());
        return documents.stream().map(classifier::explain).toList();
    }

    /** How many footers were learned. */
    int footers() {
        return footers.size();
    }

    @Override
    public void close() {
        reader.close();
    }

    private static String yaml() {
        try (InputStream in = Clerk.class.getResourceAsStream(SCHEDULE)) {
            if (in == null) {
                throw new IllegalStateException("The classpath has no " + SCHEDULE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
