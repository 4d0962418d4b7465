package org.muniment.archive.query;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Everything an item can be searched by: the one list that is the query language's fields, the index's schema and the
 * help page.
 */
public enum Field {
    TEXT(
            "text",
            Type.WORDS,
            "Words of the subject, the body and the attachments; searched when no field is named",
            "budget"),
    SUBJECT("subject", Type.WORDS, "Words of the subject", "subject:agenda"),
    BODY("body", Type.WORDS, "Words of the message's own text", "body:\"closed session\""),
    ATTACHMENT("attachment", Type.WORDS, "Words in the names and the text of attachments", "attachment:invoice"),
    FILENAME("filename", Type.WORDS, "Words in the names of attachments", "filename:minutes"),
    FROM("from", Type.ADDRESS, "Who wrote it: address, domain, or words of a name", "from:bob@x.gov"),
    CALLER("caller", Type.ADDRESS, "Who called, of a voicemail: number, or words of a name", "caller:5595550134"),
    TO("to", Type.ADDRESS, "Recipients in To", "to:\"Ann Lee\""),
    CC("cc", Type.ADDRESS, "Recipients in Cc", "cc:board@x.gov"),
    BCC("bcc", Type.ADDRESS, "Recipients in Bcc", "bcc:bob"),
    RECIPIENT(
            "recipient",
            Type.ADDRESS,
            "Anyone in To, Cc or Bcc, on the envelope or in Exchange's own headers",
            "recipient:x.gov"),
    PARTICIPANT("participant", Type.ADDRESS, "Anyone who wrote or received it", "participant:bob@x.gov"),
    SENT("sent", Type.DATE, "Day the sender's Date header claims", "sent:2024-07-01..2025-06-30"),
    RECEIVED("received", Type.DATE, "Day a server received it; unknown for some items", "received:2024-07"),
    CUSTODIAN("custodian", Type.ADDRESS, "Whose mailbox it was collected from", "custodian:bob@x.gov"),
    FOLDER("folder", Type.WORDS, "Words of the mailbox folder's path", "folder:\"sent items\""),
    URL("url", Type.WORDS, "Words of the web address a posting stood at", "url:\"district.example/news\""),
    KIND("kind", Type.FLAG, "What it is", "kind:voicemail", "email", "voicemail", "posting", "calendar", "contact"),
    HAS(
            "has",
            Type.FLAG,
            "What comes with it: files beside the text, not pictures within",
            "has:attachment",
            "attachment"),
    FILE_TYPE("type", Type.EXACT, "Media type or file name extension of an attachment", "type:pdf"),
    INDEXED("indexed", Type.FLAG, "How much of it could be read", "indexed:partly", "fully", "partly", "not"),
    SIZE("size", Type.NUMBER, "Bytes as collected; KB, MB and GB count in 1,024s", "size:1MB..5MB"),
    ID("id", Type.EXACT, "The item's id", "id:0123456789abcdef01234567"),
    DIGEST("digest", Type.EXACT, "SHA-256 of the item, or of an attachment", "digest:9f86d08*"),
    MESSAGE_ID("messageid", Type.EXACT, "The Message-ID header, without angle brackets", "messageid:\"a1@x.gov\""),
    DUPLICATE("duplicate", Type.EXACT, "The duplicate group that copies of a message share", "duplicate:9f86d08*");

    /** What may stand after the colon. */
    public enum Type {
        /** Words, "exact phrases", prefix*, and w/ between them. */
        WORDS,
        /** A whole address, a domain (with its subdomains), or words of a name. */
        ADDRESS,
        /** One value as a whole, or the start of it and a star. */
        EXACT,
        /** A day, month or year, or a range of them. */
        DATE,
        /** A number, or a range. */
        NUMBER,
        /** One of a few words. */
        FLAG
    }

    private final String key;
    private final Type type;
    private final String description;
    private final String example;
    private final List<String> choices;

    Field(String key, Type type, String description, String example, String... choices) {
        this.key = key;
        this.type = type;
        this.description = description;
        this.example = example;
        this.choices = List.of(choices);
    }

    /** The name as typed before the colon, in lower case. */
    public String key() {
        return key;
    }

    public Type type() {
        return type;
    }

    /** One line for a clerk. */
    public String description() {
        return description;
    }

    /** A query that uses it. */
    public String example() {
        return example;
    }

    /** The words a {@link Type#FLAG} field takes; empty for other types. */
    public List<String> choices() {
        return choices;
    }

    /** The field of that name, in any case of letters. */
    public static Optional<Field> named(String name) {
        return Arrays.stream(values())
                .filter(field -> field.key.equalsIgnoreCase(name))
                .findFirst();
    }

    /** The help page: a line for each field with its name, example and description in columns. */
    public static List<String> help() {
        return Arrays.stream(values()).map(Field::line).toList();
    }

    private String line() {
        String choice = choices.size() < 2 ? "" : " (" + String.join(", ", choices) + ")";
        return String.format("%-12s %-30s %s%s", key, example, description, choice);
    }
}
