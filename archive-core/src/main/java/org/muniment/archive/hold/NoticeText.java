package org.muniment.archive.hold;

/**
 * A letter about a hold.
 *
 * @param subject one line of 1 to 200 characters
 * @param body the text, lines ended by line feeds, at most 20,000 characters
 */
public record NoticeText(String subject, String body) {
    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST = 20_000;

    public NoticeText {
        if (subject.isBlank()
                || subject.length() > LONGEST_SUBJECT
                || subject.chars().anyMatch(c -> c < ' ')) {
            throw new IllegalArgumentException(
                    "A letter's subject is one line of 1 to " + LONGEST_SUBJECT + " characters");
        }
        if (body.isBlank() || body.length() > LONGEST) {
            throw new IllegalArgumentException("A letter has 1 to " + LONGEST + " characters");
        }
    }

    /** The same letter with one part of it said otherwise, such as without its link. */
    public NoticeText replacing(String part, String with) {
        return new NoticeText(subject.replace(part, with), body.replace(part, with));
    }
}
