package org.muniment.archive.schedule;

import org.muniment.archive.query.Field;

/** Where in an item words stand, as sentences say it. */
final class Places {
    private Places() {}

    static String of(Field field) {
        return switch (field) {
            case SUBJECT -> "the subject";
            case BODY -> "the message's own text";
            case TEXT -> "the subject, the message's own text or an attachment";
            case ATTACHMENT -> "an attachment";
            case FILENAME -> "an attachment's name";
            case FROM -> "the author";
            case CALLER -> "the caller";
            case TO, CC, BCC, RECIPIENT -> "the recipients";
            case PARTICIPANT -> "the author or the recipients";
            case SENT -> "the day it was sent";
            case RECEIVED -> "the day it was received";
            case CUSTODIAN -> "the custodian";
            case FOLDER -> "the folder";
            case URL -> "the web address";
            case KIND -> "the kind of item";
            case HAS -> "what comes with it";
            case FILE_TYPE -> "an attachment's type";
            case INDEXED -> "what could be read";
            case SIZE -> "its size";
            case ID, DIGEST, MESSAGE_ID, DUPLICATE -> "what identifies it";
        };
    }
}
