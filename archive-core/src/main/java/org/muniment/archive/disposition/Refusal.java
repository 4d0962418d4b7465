package org.muniment.archive.disposition;

/**
 * Why an item is not destroyed.
 *
 * @param veto the name of the veto, the same for all items it keeps, so that they can be counted: {@code litigation hold}
 * @param words one sentence for people about this item
 */
public record Refusal(String veto, String words) {
    private static final int LONGEST = 1000;

    public Refusal {
        words = line(words);
        if (veto.isBlank() || words.isBlank()) {
            throw new IllegalArgumentException("A refusal says why");
        }
    }

    /** Words may come from anywhere, a failing part's message too; both databases must take them, or nothing would be kept. */
    private static String line(String words) {
        StringBuilder line = new StringBuilder();
        words.codePoints()
                .limit(LONGEST)
                .map(point -> Character.isISOControl(point) || point >= 0xD800 && point <= 0xDFFF ? ' ' : point)
                .forEach(line::appendCodePoint);
        return line.toString();
    }
}
