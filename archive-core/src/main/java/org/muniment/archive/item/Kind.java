package org.muniment.archive.item;

/** What an item is: the kinds of record AR 7203 D.1 names, and what is kept beside mail in a mailbox. */
public enum Kind {
    EMAIL,
    VOICEMAIL,
    POSTING,
    /** What iCalendar knows: appointments, tasks, diary entries and notes. A meeting request that was sent is mail. */
    CALENDAR,
    /** A person, an organization or a distribution list in an address book. */
    CONTACT
}
