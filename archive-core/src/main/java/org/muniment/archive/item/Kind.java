package org.muniment.archive.item;

/** What an item is: the kinds of record AR 7203 D.1 names. */
public enum Kind {
    EMAIL,
    VOICEMAIL,
    POSTING
}
