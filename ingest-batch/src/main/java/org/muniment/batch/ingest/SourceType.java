package org.muniment.batch.ingest;

/** How the files of a source are read. */
public enum SourceType {
    /**
     * Each for what it is: the folders of a Maildir, files of many messages (mbox, also gzipped; Outlook's pst, ost and
     * olm), web archives (WARC, ARC), zip files by what is in them, and every other file as one message: mail, Outlook's
     * msg, Apple's emlx, calendar files, contacts. A file that is no mail at all becomes an item too, listed as not fully
     * read: nothing is lost
     * silently.
     */
    AUTO,
    /** Every file is one message, whatever its name. */
    EML,
    /** Every file is an mbox, also gzipped. */
    MBOX,
    /** Files in {@code cur} and {@code new} are messages with their marks; every other file is one message. */
    MAILDIR
}
