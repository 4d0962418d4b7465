package org.muniment.archive.production;

/** What a production shows of an item. */
public enum Disclosure {
    /** All of it. */
    WHOLE,
    /** All but what is redacted. */
    REDACTED,
    /** Nothing but a placeholder and a line in the withholding log. */
    WITHHELD
}
