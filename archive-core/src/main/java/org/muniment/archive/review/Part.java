package org.muniment.archive.review;

/** A part of an item that may hold something to redact; its text is {@link PartTexts}. */
public sealed interface Part {
    /** The subject line. */
    record Subject() implements Part {}

    /** The people a header field names, as {@link PartTexts#people} writes them. */
    record People(PeopleField field) implements Part {}

    /** The message's own text, see {@code ItemText.body}. */
    record Body() implements Part {}

    /** An attachment's file name. */
    record AttachmentName(String place) implements Part {
        public AttachmentName {
            place = Parts.place(place);
        }
    }

    /** An attachment's content: its text for spans, its pages for regions. */
    record AttachmentText(String place) implements Part {
        public AttachmentText {
            place = Parts.place(place);
        }
    }

    /** The header fields that name people. */
    enum PeopleField {
        FROM,
        TO,
        CC,
        BCC,
        ENVELOPE,
        EXCHANGE
    }

    /** The one written form: {@code subject}, {@code from}, {@code body}, {@code name of 2.1}, {@code text of 2.1}. */
    default String written() {
        return Parts.write(this);
    }

    /**
     * Reads the written form.
     *
     * @throws IllegalArgumentException when it is none
     */
    static Part read(String written) {
        return Parts.read(written);
    }
}
