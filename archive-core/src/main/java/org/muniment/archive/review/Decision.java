package org.muniment.archive.review;

/** What a reviewer says of an item. */
public enum Decision {
    /** Within what was asked, and handed out. */
    RESPONSIVE("responsive"),
    /** Not within what was asked: left out. */
    NOT_RESPONSIVE("not responsive"),
    /** Handed out without the passages that a section exempts (Gov. Code 7922.525). */
    EXEMPT_IN_PART("exempt in part"),
    /** Withheld: a page says so in its place. */
    EXEMPT_IN_WHOLE("exempt in whole"),
    /** Somebody else must look; nothing is handed out before. */
    SECOND_LOOK("needs a second look");

    private final String words;

    Decision(String words) {
        this.words = words;
    }

    /** As people name it. */
    public String words() {
        return words;
    }

    /** Whether it withholds something, and so needs its section. */
    public boolean isExempt() {
        return this == EXEMPT_IN_PART || this == EXEMPT_IN_WHOLE;
    }
}
