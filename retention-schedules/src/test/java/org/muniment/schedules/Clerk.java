package org.muniment.schedules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muniment.archive.index.ItemDocument;
import org.muniment.archive.item.Collection;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.item.Reading;
import org.muniment.archive.item.reading.ItemReader;
import org.muniment.archive.item.reading.ReadingLimits;
import org.muniment.archive.item.reading.Receipt;
import org.muniment.archive.schedule.Classifier;
import org.muniment.archive.schedule.Footers;
import org.muniment.archive.schedule.RetentionSchedule;
import org.muniment.archive.schedule.SeriesId;
import org.muniment.archive.schedule.Verdict;
import org.muniment.archive.store.Digest;
import org.muniment.archive.store.Spool;

/** Reads mails as an ingest does and holds them against one of the schedules that ship, with no footer known yet. */
record Clerk(RetentionSchedule schedule, Classifier classifier, ItemReader reader) implements AutoCloseable {
    private static final Custodian SOMEONE = new Custodian("someone@oakvale.example");

    static Clerk of(String name, Path scratch) {
        RetentionSchedule schedule = RetentionSchedule.parse(yaml(name));
        Classifier classifier = new Classifier(schedule, List.of(), Footers.Known.NONE, schedule.zone());
        return new Clerk(schedule, classifier, new ItemReader(ReadingLimits.DEFAULT, scratch));
    }

    private static String yaml(String name) {
        try (InputStream in = Clerk.class.getResourceAsStream("/california/" + name + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("The classpath has no /california/" + name + ".yaml");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Verdict classify(String mail) {
        byte[] bytes = mail.getBytes(StandardCharsets.UTF_8);
        Reading reading = reader.read(Digest.of(bytes), Spool.of(bytes), Receipt.NONE);
        var collection = new Collection(
                reading.item().id(), SOMEONE, "/examples", "1", "Inbox", List.of(), Instant.EPOCH, "examples");
        return classifier.explain(new ItemDocument(reading, List.of(collection)));
    }

    /** All series whose query the mail matches, or the series of the unmatched where none does. */
    static Set<SeriesId> matched(Verdict verdict) {
        return Stream.concat(
                        Stream.of(verdict.series().id()),
                        verdict.others().stream().map(lost -> lost.series().id()))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void close() {
        reader.close();
    }
}
