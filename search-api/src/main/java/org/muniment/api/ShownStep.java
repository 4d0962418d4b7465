package org.muniment.api;

import org.jspecify.annotations.Nullable;
import org.muniment.archive.request.Determination;
import org.muniment.archive.request.RequestStep;

/**
 * A step of a request as a person or a program sees it. Days are ISO 8601 in the agency's zone.
 *
 * @param outcome of a determination; null for another step
 * @param available the estimated date and time of it, in the agency's zone; null for none
 */
public record ShownStep(
        int number,
        String step,
        String on,
        String words,
        @Nullable String outcome,
        @Nullable String available,
        String by) {
    public static ShownStep of(RequestStep step) {
        Determination answer = step.determination();
        return new ShownStep(
                step.number(),
                step.kind().words(),
                step.day().toString(),
                step.words(),
                answer == null ? null : answer.outcome().words(),
                answer == null || answer.available() == null
                        ? null
                        : answer.available().toString(),
                step.by().name());
    }

    String line() {
        return on + "  " + step + (outcome == null ? "" : " " + outcome)
                + (available == null ? "" : ", available " + available.replace('T', ' '))
                + (words.isEmpty() ? "" : ": " + words) + " (" + by + ")";
    }
}
