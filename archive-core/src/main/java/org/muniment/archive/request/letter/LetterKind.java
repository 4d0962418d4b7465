package org.muniment.archive.request.letter;

import java.util.Locale;
import java.util.Set;
import org.muniment.archive.request.RequestRefused;
import org.muniment.archive.request.RequestStep;

/** What a letter to a requester says. */
public enum LetterKind {
    ACKNOWLEDGEMENT(
            "acknowledgement", RequestStep.Kind.ACKNOWLEDGED, Set.of(LetterField.REQUEST, LetterField.RECEIVED)),
    CLARIFICATION("clarification", RequestStep.Kind.CLARIFICATION_ASKED, Set.of(LetterField.QUESTION)),
    /** Gov. Code 7922.535(b): the reasons, and the day of the determination. */
    EXTENSION(
            "extension",
            RequestStep.Kind.EXTENSION_SENT,
            Set.of(LetterField.GROUND, LetterField.REASON, LetterField.UNTIL, LetterField.SIGNER)),
    /** Gov. Code 7922.535(a): the answer, and the estimated date and time. */
    DETERMINATION(
            "determination",
            RequestStep.Kind.DETERMINED,
            Set.of(
                    LetterField.OUTCOME,
                    LetterField.AVAILABLE,
                    LetterField.EXEMPTIONS,
                    LetterField.RESPONSIBLE,
                    LetterField.SIGNER)),
    /** Gov. Code 7922.540: in writing, justified, with the name and title of each person responsible. */
    DENIAL(
            "denial",
            RequestStep.Kind.DETERMINED,
            Set.of(LetterField.OUTCOME, LetterField.EXEMPTIONS, LetterField.RESPONSIBLE, LetterField.SIGNER));

    private final String words;
    private final RequestStep.Kind step;
    private final Set<LetterField> mustSay;

    LetterKind(String words, RequestStep.Kind step, Set<LetterField> mustSay) {
        this.words = words;
        this.step = step;
        this.mustSay = mustSay;
    }

    /** As people name it. */
    public String words() {
        return words;
    }

    /** The step that is taken by sending it. */
    RequestStep.Kind step() {
        return step;
    }

    /** What no template of it may leave out. */
    Set<LetterField> mustSay() {
        return mustSay;
    }

    /** Whether it gives the answer, and so needs a determination. */
    public boolean answers() {
        return step == RequestStep.Kind.DETERMINED;
    }

    /** The template's file in the archive's folder {@code letters}. */
    public String file() {
        return words + ".txt";
    }

    /**
     * Finds one by its name, in any case of letters.
     *
     * @throws RequestRefused when there is none of that name
     */
    public static LetterKind named(String name) {
        for (LetterKind kind : values()) {
            if (kind.words.equals(name.strip().toLowerCase(Locale.ROOT))) {
                return kind;
            }
        }
        throw new RequestRefused(
                "A letter is an acknowledgement, clarification, extension, determination or denial, not: " + name);
    }
}
