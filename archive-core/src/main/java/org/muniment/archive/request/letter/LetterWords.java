package org.muniment.archive.request.letter;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.request.DaysLeft;
import org.muniment.archive.request.Determination;
import org.muniment.archive.request.RecordsRequest;
import org.muniment.archive.request.RecordsRequest.Extension;
import org.muniment.archive.request.RequestStep;

/** What the archive itself can say in a letter. */
final class LetterWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MMMM d, uuuu, 'at' h:mm a", Locale.US);

    private LetterWords() {}

    static Map<LetterField, String> of(
            RecordsRequest request,
            List<RequestStep> steps,
            @Nullable Determination determination,
            Officer signer,
            LocalDate day) {
        Map<LetterField, String> words = new EnumMap<>(LetterField.class);
        words.put(LetterField.TODAY, DAY.format(day));
        words.put(LetterField.REQUEST, request.id().value());
        words.put(LetterField.REQUESTER, request.requester());
        words.put(LetterField.RECEIVED, DAY.format(request.received()));
        words.put(LetterField.SUMMARY, request.summary());
        words.put(LetterField.DUE, DAY.format(DaysLeft.legalDay(request, steps)));
        words.put(LetterField.SIGNER, signer.name());
        Extension extension = request.extension();
        if (extension != null) {
            words.put(LetterField.GROUND, extension.ground().words());
            words.put(LetterField.GROUND_CITATION, extension.ground().citation());
            words.put(LetterField.REASON, extension.reason());
            words.put(LetterField.UNTIL, DAY.format(extension.until()));
        }
        if (determination != null) {
            words.put(LetterField.OUTCOME, outcome(determination));
            determination.estimate().ifPresent(time -> words.put(LetterField.AVAILABLE, TIME.format(time)));
        }
        return words;
    }

    private static String outcome(Determination determination) {
        return switch (determination.outcome()) {
            case FULL -> "We have records that you asked for, and you may have all of them.";
            case PARTIAL -> "We have records that you asked for. You may have some of them, or parts of them.";
            case NONE -> "We have determined that there are no records which we may hand out for your request.";
        };
    }
}
