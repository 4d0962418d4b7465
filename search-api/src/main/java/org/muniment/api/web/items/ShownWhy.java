package org.muniment.api.web.items;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniment.api.schedule.Sentences;
import org.muniment.api.web.Say;
import org.muniment.archive.Archive;
import org.muniment.archive.index.ItemDocument;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.schedule.Classification;
import org.muniment.archive.schedule.Counting;
import org.muniment.archive.schedule.Declaration;
import org.muniment.archive.schedule.Evaluation;
import org.muniment.archive.schedule.RecordSeries;
import org.muniment.archive.schedule.Verdict;

/**
 * Why an item is what it is, in words.
 *
 * @param title its class
 * @param series name and title of its series
 * @param verified whether the text of the authority was read when the schedule was written; true of what no schedule says
 * @param reason the words that matched and where, or who said so; empty where the reader may not know
 * @param eligible from when on it may be destroyed
 * @param keep how long it is kept
 * @param counted what that is really counted from, or what it waits for; empty where the reader may not know
 * @param atMost by when the law wants it destroyed, in a sentence; empty where no law does
 * @param holdRecommended whether its series calls for a legal hold
 * @param lost what else matched, and why that lost
 * @param waiting a declaration that another person has yet to confirm, in words; null for none
 */
public record ShownWhy(
        String title,
        String series,
        String authority,
        boolean verified,
        String reason,
        String eligible,
        String keep,
        String counted,
        String atMost,
        boolean holdRecommended,
        List<String> lost,
        @Nullable String waiting) {

    /**
     * Of a registered item.
     *
     * @param document as it was read, with all of its collections
     * @param owner who reads own mail only: a rule may have matched what others' mailboxes say, and nobody else who had to do
     *     with it is named; null for whoever sees all mail
     */
    static Optional<ShownWhy> of(Archive archive, ItemDocument document, @Nullable Officer owner) {
        LocalDate today = archive.retention().day(archive.clock().instant());
        Optional<Evaluation> found = archive.retention().evaluations().find(today);
        ItemId item = document.reading().item().id();
        return found.flatMap(evaluation -> archive.retention()
                .classifications()
                .find(item)
                .map(now -> of(
                        now,
                        evaluation,
                        document,
                        archive.retention().declarations().about(item),
                        owner)));
    }

    private static ShownWhy of(
            Classification now,
            Evaluation evaluation,
            ItemDocument document,
            List<Declaration> said,
            @Nullable Officer owner) {
        boolean told = owner == null || !evaluation.looksAtCollections();
        Optional<RecordSeries> series = evaluation.adopted().schedule().find(now.series());
        Optional<Declaration> waiting =
                said.stream().filter(one -> !one.isConfirmed()).reduce((one, next) -> next);
        Optional<Counting> counting = evaluation.counting(document, now);
        Verdict verdict = evaluation.classifier().explain(document);
        return new ShownWhy(
                now.recordClass().title(),
                series.map(RecordSeries::name).orElse(now.series().value()),
                now.authority(),
                series.map(RecordSeries::verified).orElse(true),
                told ? reason(now, said, owner) : "",
                Sentences.eligible(now.eligibility()),
                counting.map(ShownWhy::kept).orElse(""),
                told ? Sentences.counted(counting.map(Counting::from).orElse(List.of())) : "",
                told ? Sentences.atMost(now) : "",
                owner == null && series.map(RecordSeries::holdRecommended).orElse(false),
                told ? verdict.others().stream().map(ShownWhy::words).toList() : List.of(),
                waiting.map(one -> waiting(one, evaluation.adopted().schedule().find(one.series()), owner))
                        .orElse(null));
    }

    private static String waiting(Declaration one, Optional<RecordSeries> series, @Nullable Officer owner) {
        String name = series.map(RecordSeries::name).orElse(one.series().value());
        return owner == null ? words(one, name) : OwnWords.declared(one, name, owner);
    }

    private static String reason(Classification now, List<Declaration> said, @Nullable Officer owner) {
        return owner == null ? Sentences.basis(now.basis()) + ": " + now.reason() : OwnWords.reason(now, said, owner);
    }

    private static String kept(Counting counting) {
        String keep = Say.periodWords(counting.keep());
        return counting.exit() == null
                ? keep
                : "as Class 1 until " + Say.periodWords(counting.exit()) + ", then " + keep;
    }

    private static String words(Verdict.Lost other) {
        String found = other.found().isEmpty() ? "it matched" : String.join(", ", other.found());
        return other.series().name() + ": " + found + "; it lost because " + other.why();
    }

    private static String words(Declaration one, String series) {
        return one.by() + " declared it " + one.recordClass().title() + ", series " + series + ": " + one.reason();
    }
}
