package org.muniment.archive.production.loadfile;

/**
 * The fields of a load file, in their order; the names are the columns of its header. Days are {@code MM/DD/YYYY}, times
 * {@code HH:MM:SS} of 24 hours in the zone that {@link #TIMEZONE} names; several values have a semicolon between; paths are
 * relative with backslashes.
 */
public enum LoadField {
    BEGBATES,
    ENDBATES,
    BEGATTACH,
    ENDATTACH,
    ATTACHCOUNT,
    PARENTID,
    CUSTODIAN,
    ALLCUSTODIANS,
    /** Email, Attachment, Voicemail, WebPost or Calendar. */
    RECORDTYPE,
    FROM,
    TO,
    CC,
    BCC,
    SUBJECT,
    DATESENT,
    TIMESENT,
    DATERECEIVED,
    TIMERECEIVED,
    TIMEZONE,
    MESSAGEID,
    INREPLYTO,
    THREADID,
    CONVERSATIONINDEX,
    FILENAME,
    FILEEXT,
    FILESIZE,
    AUTHOR,
    DATECREATED,
    DATEMODIFIED,
    FOLDERPATH,
    PAGECOUNT,
    RECORDCLASS,
    MD5HASH,
    SHA256HASH,
    NEARDUPID,
    /** Y or N. */
    REDACTED,
    EXEMPTIONS,
    /** Y or N. */
    WITHHELD,
    CONFIDENTIALITY,
    PRODVOLUME,
    NATIVELINK,
    TEXTLINK,
    /** Where a posting or a page stood. */
    WEBADDRESS
}
