package org.muniment.archive.index;

import java.util.List;
import java.util.Locale;
import org.muniment.archive.query.Field;

/** What is inverted in the index. A field of the query language is one column, or several read as one. */
enum Column {
    SUBJECT,
    BODY,
    ATTACHMENT,
    FILENAME,
    FOLDER,
    URL,
    FROM,
    CALLER,
    TO,
    CC,
    BCC,
    /** Recipients that only the envelope or Exchange's headers name. */
    OTHERS,
    CUSTODIAN,
    SENT,
    RECEIVED,
    SIZE,
    KIND,
    HAS,
    FILE_TYPE,
    INDEXED,
    ID,
    DIGEST,
    MESSAGE_ID,
    DUPLICATE;

    private final String key = name().toLowerCase(Locale.ROOT);

    /** The name in Lucene: the words, keys or numbers of the column. */
    String key() {
        return key;
    }

    /** The name in Lucene of the words in addresses and their names. */
    String words() {
        return key + ".words";
    }

    static List<Column> of(Field field) {
        return switch (field) {
            case TEXT -> List.of(SUBJECT, BODY, ATTACHMENT);
            case RECIPIENT -> List.of(TO, CC, BCC, OTHERS);
            case PARTICIPANT -> List.of(FROM, TO, CC, BCC, OTHERS);
            case SUBJECT -> List.of(SUBJECT);
            case BODY -> List.of(BODY);
            case ATTACHMENT -> List.of(ATTACHMENT);
            case FILENAME -> List.of(FILENAME);
            case FOLDER -> List.of(FOLDER);
            case URL -> List.of(URL);
            case FROM -> List.of(FROM);
            case CALLER -> List.of(CALLER);
            case TO -> List.of(TO);
            case CC -> List.of(CC);
            case BCC -> List.of(BCC);
            case CUSTODIAN -> List.of(CUSTODIAN);
            case SENT -> List.of(SENT);
            case RECEIVED -> List.of(RECEIVED);
            case SIZE -> List.of(SIZE);
            case KIND -> List.of(KIND);
            case HAS -> List.of(HAS);
            case FILE_TYPE -> List.of(FILE_TYPE);
            case INDEXED -> List.of(INDEXED);
            case ID -> List.of(ID);
            case DIGEST -> List.of(DIGEST);
            case MESSAGE_ID -> List.of(MESSAGE_ID);
            case DUPLICATE -> List.of(DUPLICATE);
        };
    }
}
