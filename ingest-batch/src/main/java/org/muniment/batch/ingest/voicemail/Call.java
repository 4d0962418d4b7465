package org.muniment.batch.ingest.voicemail;

import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a call. Texts are empty when not told.
 *
 * @param name of the caller
 * @param number of the caller, as written
 * @param mailbox that was called: an address, a name or a number
 * @param time when it was left, by the telephone system's clock; null when not told
 * @param seconds length of the recording, a decimal number
 * @param words what was said
 * @param edited whether a person wrote or corrected the words; else a machine made them
 * @param confidence of the machine, from 0 to 1
 * @param language of the words, such as {@code es-US}
 */
record Call(
        String name,
        String number,
        String mailbox,
        @Nullable Instant time,
        String seconds,
        String words,
        boolean edited,
        String confidence,
        String language) {
    static final Call UNKNOWN = new Call("", "", "", null, "", "", false, "", "");

    private static final Pattern NOBODY =
            Pattern.compile("(?i)(unknown|anonymous|private|unavailable)( (caller|number|name))?");

    /** Only words. */
    static Call of(String words) {
        return new Call("", "", "", null, "", words.strip(), false, "", "");
    }

    /** What this tells, and where it tells nothing what another does. Words keep their own confidence. */
    Call or(Call other) {
        Call said = words.isEmpty() ? other : this;
        return new Call(
                or(name, other.name),
                or(number, other.number),
                or(mailbox, other.mailbox),
                time == null ? other.time : time,
                or(seconds, other.seconds),
                said.words,
                said.edited,
                said.confidence,
                or(said.language, or(language, other.language)));
    }

    Call withSeconds(String length) {
        return or(new Call("", "", "", null, length, "", false, "", ""));
    }

    Call withWords(String machine) {
        return or(of(machine));
    }

    private static String or(String one, String other) {
        return one.isEmpty() ? other : one;
    }

    /** Whether it tells of a call at all: words, or who called and when or how long. */
    boolean isTold() {
        boolean caller = !name.isEmpty() || !number.isEmpty();
        return !words.isEmpty() || caller && (time != null || !seconds.isEmpty());
    }

    /** Who called, for a person: name and number, or which of them is known. */
    String caller() {
        if (number.isEmpty()) {
            return name;
        }
        return name.isEmpty() || name.equals(number) ? number : name + " " + bracketed(number);
    }

    private static String bracketed(String number) {
        return number.startsWith("(") ? number : "(" + number + ")";
    }

    /** The number as an address: its digits, and the plus before them. */
    String dialled() {
        return number.replaceAll("[^+0-9*#]", "");
    }

    /** Whether the name says only that nobody knows it. */
    boolean isNameless() {
        return name.isEmpty()
                || NOBODY.matcher(name).matches()
                || name.toLowerCase(Locale.ROOT).equals("me");
    }
}
