package org.muniment.api.web.mine;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.muniment.archive.Archive;
import org.muniment.archive.schedule.RecordClass;
import org.muniment.archive.schedule.RecordSeries;
import org.springframework.stereotype.Component;

/**
 * For what reasons a person may keep an item: the record series of the schedule in force, in its own words. Safe for many
 * threads.
 */
@Component
public final class KeepReasons {
    private final Archive archive;

    KeepReasons(Archive archive) {
        this.archive = archive;
    }

    /**
     * A reason.
     *
     * @param series the name of its series
     * @param words what people call it
     * @param authority the citation
     */
    public record Reason(String series, String words, String authority) {}

    /**
     * What is offered for a class.
     *
     * @param number 1 or 2
     */
    public record Offer(int number, String title, List<Reason> reasons) {}

    /** Class 1 and Class 2; a class that the schedule has no series of is kept by the most fitting of the other ones. */
    public List<Offer> offers() {
        return List.of(offer(RecordClass.PERMANENT), offer(RecordClass.OPTIONAL));
    }

    private Offer offer(RecordClass recordClass) {
        LocalDate today = archive.retention().day(archive.clock().instant());
        List<RecordSeries> all = archive.retention()
                .evaluations()
                .find(today)
                .map(evaluation -> evaluation.adopted().schedule().series())
                .orElse(List.of());
        List<RecordSeries> own =
                all.stream().filter(one -> one.recordClass() == recordClass).toList();
        List<RecordSeries> offered = own.isEmpty()
                ? all.stream()
                        .filter(one -> one.recordClass().number() > recordClass.number())
                        .toList()
                : own;
        return new Offer(
                recordClass.number(),
                recordClass.title(),
                offered.stream()
                        .sorted(Comparator.comparing(RecordSeries::title))
                        .map(one -> new Reason(one.id().value(), one.title(), one.authority()))
                        .toList());
    }
}
