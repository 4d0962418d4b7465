package org.muniment.archive.schedule;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.muniment.archive.index.ItemDocument;
import org.muniment.archive.item.Collection;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.item.Reading;
import org.muniment.archive.item.reading.ItemReader;
import org.muniment.archive.item.reading.Receipt;
import org.muniment.archive.schedule.RecordSeries.Example;
import org.muniment.archive.store.Digest;
import org.muniment.archive.store.Spool;

/**
 * The example mails of a schedule, read as an ingest reads mail and held against all of its rules: those that must match fall
 * into their series, those that must not don't match it. No event has happened and no footer is known. For one thread.
 */
public final class Examples {
    private static final Custodian SOMEONE = new Custodian("someone@district.example");

    private final RetentionSchedule schedule;
    private final Classifier classifier;
    private final ItemReader reader;

    /** @param reader stays open */
    public Examples(RetentionSchedule schedule, ItemReader reader) {
        this.schedule = schedule;
        this.reader = reader;
        this.classifier = new Classifier(schedule, List.of(), Footers.Known.NONE, schedule.zone());
    }

    /** Refuses a schedule that its own examples speak against. */
    public void prove() {
        List<ScheduleInvalid.Problem> wrong = wrong();
        if (!wrong.isEmpty()) {
            throw new ScheduleInvalid(wrong);
        }
    }

    /** Every example that does not fall where it says, in the order of the file. */
    public List<ScheduleInvalid.Problem> wrong() {
        return schedule.series().stream()
                .flatMap(series -> wrong(series).stream())
                .sorted(Comparator.comparingInt(ScheduleInvalid.Problem::line))
                .toList();
    }

    /** The examples of one series that do not fall where they say. */
    public List<ScheduleInvalid.Problem> wrong(RecordSeries series) {
        List<ScheduleInvalid.Problem> wrong = new ArrayList<>();
        for (Example example : series.yes()) {
            Verdict verdict = classify(example);
            if (!verdict.series().id().equals(series.id())) {
                wrong.add(problem(example, "must fall into " + series.id() + " but falls into", verdict));
            }
        }
        for (Example example : series.no()) {
            Verdict verdict = classify(example);
            if (matched(verdict).anyMatch(series.id()::equals)) {
                wrong.add(problem(example, "must not match " + series.id() + " but does, and falls into", verdict));
            }
        }
        return wrong;
    }

    private Verdict classify(Example example) {
        byte[] bytes = example.mail().getBytes(StandardCharsets.UTF_8);
        Reading reading = reader.read(Digest.of(bytes), Spool.of(bytes), Receipt.NONE);
        Collection collection = new Collection(
                reading.item().id(), SOMEONE, "/examples", "1", "Inbox", List.of(), Instant.EPOCH, "examples");
        return classifier.explain(new ItemDocument(reading, List.of(collection)));
    }

    private static Stream<SeriesId> matched(Verdict verdict) {
        return Stream.concat(
                        Stream.of(verdict.series()), verdict.others().stream().map(Verdict.Lost::series))
                .map(RecordSeries::id);
    }

    private static ScheduleInvalid.Problem problem(Example example, String what, Verdict verdict) {
        String subject = example.mail()
                .lines()
                .filter(line -> line.startsWith("Subject:"))
                .findFirst()
                .orElse("no subject");
        return new ScheduleInvalid.Problem(
                example.line(),
                "the example (" + subject + ") " + what + " " + verdict.series().name() + ", because "
                        + verdict.classification().reason(),
                "Change the query of one of them, or the example");
    }
}
