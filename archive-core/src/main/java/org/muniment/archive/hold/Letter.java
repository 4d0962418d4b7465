package org.muniment.archive.hold;

/**
 * A letter that went out about a hold.
 *
 * @param notice the step it was
 * @param text what it said, without its signed link
 * @param way how it went out
 */
public record Letter(Notice notice, NoticeText text, Way way) {
    /** How a letter went out. */
    public enum Way {
        /** Handed to the district's mail server. */
        MAILED("mailed"),
        /** An officer took the text and sent it. */
        COPIED("sent by hand");

        private final String words;

        Way(String words) {
            this.words = words;
        }

        /** As people name it. */
        public String words() {
            return words;
        }
    }
}
