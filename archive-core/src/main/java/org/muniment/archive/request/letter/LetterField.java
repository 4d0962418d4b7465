package org.muniment.archive.request.letter;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.muniment.archive.request.RequestRefused;

/** What a template may name between braces. Its value is put there as it is: nothing in it is read as a template again. */
public enum LetterField {
    LETTERHEAD("the district's name and address, from letters/letterhead.txt", Lines.SEVERAL, Giver.ARCHIVE),
    TODAY("the day of the letter", Lines.ONE, Giver.ARCHIVE),
    REQUEST("the request's name", Lines.ONE, Giver.ARCHIVE),
    REQUESTER("who asks", Lines.ONE, Giver.ARCHIVE),
    RECEIVED("the day of receipt", Lines.ONE, Giver.ARCHIVE),
    SUMMARY("what is asked for", Lines.ONE, Giver.ARCHIVE),
    DUE("the law's last day, with the extension if its letter was sent", Lines.ONE, Giver.ARCHIVE),
    SIGNER("who signs: name, comma, title", Lines.ONE, Giver.ARCHIVE),
    GROUND("the circumstance for which more time is taken", Lines.ONE, Giver.ARCHIVE),
    GROUND_CITATION("where it stands in the law", Lines.ONE, Giver.ARCHIVE),
    REASON("why more time is needed in this case", Lines.ONE, Giver.ARCHIVE),
    UNTIL("the last day of the extension", Lines.ONE, Giver.ARCHIVE),
    OUTCOME("all, some or none of the records", Lines.ONE, Giver.ARCHIVE),
    AVAILABLE("the estimated date and time", Lines.ONE, Giver.ARCHIVE),
    QUESTION("what the requester is asked", Lines.SEVERAL, Giver.PERSON),
    EXEMPTIONS("the sections on which something is withheld, one a line", Lines.SEVERAL, Giver.PERSON),
    REASONS("why, in words", Lines.SEVERAL, Giver.PERSON),
    RESPONSIBLE("name and title of each person responsible, one a line", Lines.SEVERAL, Giver.PERSON),
    FORMAT("how the records are handed out", Lines.ONE, Giver.PERSON),
    COST("what copies cost", Lines.ONE, Giver.PERSON),
    ONLINE("where records are online already", Lines.SEVERAL, Giver.PERSON),
    ASSISTANCE("how the district helps", Lines.SEVERAL, Giver.PERSON);

    private static final int LONGEST = 8000;
    private static final Pattern BLANKS = Pattern.compile("[\\p{Zs}\\t\\f\\x0B]+");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n]]");
    private static final Pattern BREAK = Pattern.compile("\\r\\n?|[\\u0085\\u2028\\u2029]");

    private final String about;
    private final Lines lines;
    private final Giver giver;

    private enum Lines {
        ONE,
        SEVERAL
    }

    /** Whence a field's value comes. */
    public enum Giver {
        /** The request and the archive say it. */
        ARCHIVE,
        /** Whoever writes the letter says it. */
        PERSON
    }

    LetterField(String about, Lines lines, Giver giver) {
        this.about = about;
        this.lines = lines;
        this.giver = giver;
    }

    /** As templates name it: {@code ground-citation}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it is, in plain words. */
    public String about() {
        return about;
    }

    public Giver giver() {
        return giver;
    }

    /** Whether its value may have several lines. */
    public boolean isLong() {
        return lines == Lines.SEVERAL;
    }

    /** Finds one by its key. */
    public static Optional<LetterField> named(String key) {
        return Arrays.stream(values()).filter(field -> field.key().equals(key)).findFirst();
    }

    /** The value as it is printed: no control characters, and no line breaks where one line is meant. */
    String tidy(String value) {
        String lf = BREAK.matcher(value).replaceAll("\n");
        String broken = isLong() ? lf : lf.replace('\n', ' ');
        String tidy = BLANKS.matcher(CONTROL.matcher(broken).replaceAll(""))
                .replaceAll(" ")
                .strip();
        if (tidy.length() > LONGEST) {
            throw new RequestRefused(
                    "'" + key() + "' (" + about + ") has at most " + LONGEST + " characters in a letter");
        }
        return tidy.lines()
                .map(String::strip)
                .reduce((one, next) -> one + "\n" + next)
                .orElse("");
    }
}
