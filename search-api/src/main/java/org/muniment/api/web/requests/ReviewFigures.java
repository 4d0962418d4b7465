package org.muniment.api.web.requests;

import java.util.EnumMap;
import java.util.Map;
import org.muniment.archive.Archive;
import org.muniment.archive.request.RecordsRequest;
import org.muniment.archive.review.Decision;
import org.muniment.archive.review.Redaction;
import org.muniment.archive.review.ReviewSet;

/**
 * Where the review of a request stands.
 *
 * @param items what it asks for
 * @param decided how many items each decision has
 * @param proposed redactions that wait for a person
 */
record ReviewFigures(long items, Map<Decision, Long> decided, long proposed) {
    static ReviewFigures of(Archive archive, RecordsRequest request, long items) {
        ReviewSet set = ReviewSet.of(request.id());
        Map<Decision, Long> decided = new EnumMap<>(Decision.class);
        decided.putAll(archive.codings().counts(set));
        return new ReviewFigures(
                items, decided, archive.redactions().counts(set).getOrDefault(Redaction.State.SUGGESTED, 0L));
    }

    public long of(Decision decision) {
        return decided.getOrDefault(decision, 0L);
    }

    public long decidedItems() {
        return decided.values().stream().mapToLong(Long::longValue).sum() - of(Decision.SECOND_LOOK);
    }

    public long left() {
        return Math.max(0, items - decidedItems());
    }

    /** Whether nothing waits for a person any more. */
    public boolean isDone() {
        return items > 0 && left() == 0 && proposed == 0;
    }

    public long secondLooks() {
        return of(Decision.SECOND_LOOK);
    }
}
