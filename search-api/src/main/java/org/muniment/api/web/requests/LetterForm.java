package org.muniment.api.web.requests;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.request.Determination;
import org.muniment.archive.request.Determination.Outcome;
import org.muniment.archive.request.RecordsRequest;
import org.muniment.archive.request.RequestRefused;
import org.muniment.archive.request.letter.LetterField;
import org.muniment.archive.request.letter.LetterKind;
import org.muniment.archive.review.Coding;
import org.muniment.archive.review.Decision;
import org.muniment.archive.review.Exemption;
import org.muniment.archive.review.Redaction;
import org.muniment.archive.review.ReviewSet;

/**
 * What a person typed into a letter's form.
 *
 * @param outcome name of the outcome; empty for a letter that gives no answer
 * @param available ISO 8601 day and time; empty for none
 */
public record LetterForm(LetterKind kind, String outcome, String available, Map<LetterField, String> given) {
    private static final int DAYS_TO_RELEASE = 5;
    private static final int AFTERNOON = 16;

    /** Reads a form's fields. */
    public static LetterForm read(LetterKind kind, Map<String, String> fields) {
        Map<LetterField, String> given = new EnumMap<>(LetterField.class);
        for (LetterField field : LetterField.values()) {
            String value = fields.getOrDefault(field.key(), "");
            if (field.giver() == LetterField.Giver.PERSON && !value.isBlank()) {
                given.put(field, value);
            }
        }
        return new LetterForm(kind, fields.getOrDefault("outcome", ""), fields.getOrDefault("available", ""), given);
    }

    /** What the review says already: the answer, and the sections on which something is withheld. */
    static LetterForm proposed(Archive archive, RecordsRequest request, LetterKind kind, Who who, LocalDate today) {
        Map<LetterField, String> given = new EnumMap<>(LetterField.class);
        if (!kind.answers()) {
            return new LetterForm(kind, "", "", given);
        }
        ReviewSet set = ReviewSet.of(request.id());
        String grounds = grounds(archive, set);
        if (!grounds.isEmpty()) {
            given.put(LetterField.EXEMPTIONS, grounds);
            given.put(LetterField.RESPONSIBLE, who.name());
        }
        if (kind == LetterKind.DETERMINATION) {
            given.put(LetterField.FORMAT, "A searchable PDF file, by a link that needs no account");
        }
        Outcome outcome = outcome(archive, set, kind);
        LocalDateTime ready = today.plusDays(DAYS_TO_RELEASE).atTime(AFTERNOON, 0);
        return new LetterForm(kind, outcome.name(), outcome == Outcome.NONE ? "" : ready.toString(), given);
    }

    private static Outcome outcome(Archive archive, ReviewSet set, LetterKind kind) {
        Map<Decision, Long> counts = archive.codings().counts(set);
        boolean some = counts.containsKey(Decision.RESPONSIVE) || counts.containsKey(Decision.EXEMPT_IN_PART);
        boolean withheld = counts.containsKey(Decision.EXEMPT_IN_PART) || counts.containsKey(Decision.EXEMPT_IN_WHOLE);
        if (!some) {
            return Outcome.NONE;
        }
        return withheld || kind == LetterKind.DENIAL ? Outcome.PARTIAL : Outcome.FULL;
    }

    private static String grounds(Archive archive, ReviewSet set) {
        Set<Exemption> grounds = new LinkedHashSet<>();
        Map<?, Coding> latest = archive.codings().latest(set);
        latest.values().forEach(coding -> grounds.addAll(coding.ruling().exemptions()));
        archive.redactions()
                .applied(set, archive.codings().latest(set).keySet())
                .values()
                .forEach(applied -> applied.stream().map(Redaction::exemption).forEach(grounds::add));
        return grounds.stream()
                .map(ground -> ground.section() + ": " + ground.title())
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    /** The answer that was typed; null for a letter that gives none. Throws {@link RequestRefused}. */
    public @Nullable Determination answer() {
        if (!kind.answers()) {
            return null;
        }
        try {
            Outcome of = Outcome.valueOf(outcome);
            return new Determination(
                    of, of == Outcome.NONE || available.isBlank() ? null : LocalDateTime.parse(available));
        } catch (IllegalArgumentException | DateTimeException wrong) {
            throw new RequestRefused("Say whether all, some or none is handed out, and when it will be there");
        }
    }

    public String value(LetterField field) {
        return given.getOrDefault(field, "");
    }

    /** What a person may say in a letter of this kind. */
    public List<LetterField> asked() {
        return switch (kind) {
            case ACKNOWLEDGEMENT -> List.of(LetterField.ASSISTANCE);
            case CLARIFICATION -> List.of(LetterField.QUESTION, LetterField.ASSISTANCE);
            case EXTENSION -> List.of();
            case DETERMINATION ->
                List.of(
                        LetterField.EXEMPTIONS,
                        LetterField.RESPONSIBLE,
                        LetterField.FORMAT,
                        LetterField.COST,
                        LetterField.ONLINE,
                        LetterField.REASONS,
                        LetterField.ASSISTANCE);
            case DENIAL ->
                List.of(LetterField.EXEMPTIONS, LetterField.RESPONSIBLE, LetterField.REASONS, LetterField.ASSISTANCE);
        };
    }
}
