package org.muniment.archive.review;

import java.util.Arrays;
import java.util.Locale;
import org.muniment.archive.review.Part.AttachmentName;
import org.muniment.archive.review.Part.AttachmentText;
import org.muniment.archive.review.Part.Body;
import org.muniment.archive.review.Part.People;
import org.muniment.archive.review.Part.PeopleField;
import org.muniment.archive.review.Part.Subject;

/** How parts are written. */
final class Parts {
    private static final String NAME = "name of ";
    private static final String TEXT = "text of ";

    private Parts() {}

    static String place(String place) {
        if (place.isBlank()) {
            throw new IllegalArgumentException("An attachment is named by its place, such as 2.1");
        }
        return place;
    }

    static String write(Part part) {
        return switch (part) {
            case Subject subject -> "subject";
            case People people -> people.field().name().toLowerCase(Locale.ROOT);
            case Body body -> "body";
            case AttachmentName name -> NAME + escaped(name.place());
            case AttachmentText text -> TEXT + escaped(text.place());
        };
    }

    /** Paths in archive files may hold what PostgreSQL keeps in no text. */
    private static String escaped(String place) {
        return place.replace("\\", "\\\\").replace("\0", "\\0");
    }

    private static String plain(String escaped) {
        StringBuilder place = new StringBuilder();
        for (int at = 0; at < escaped.length(); at++) {
            char here = escaped.charAt(at);
            if (here == '\\' && at + 1 < escaped.length()) {
                at++;
                here = escaped.charAt(at) == '0' ? '\0' : escaped.charAt(at);
            }
            place.append(here);
        }
        return place.toString();
    }

    static Part read(String written) {
        if (written.startsWith(NAME)) {
            return new AttachmentName(plain(written.substring(NAME.length())));
        }
        if (written.startsWith(TEXT)) {
            return new AttachmentText(plain(written.substring(TEXT.length())));
        }
        return switch (written) {
            case "subject" -> new Subject();
            case "body" -> new Body();
            default ->
                new People(Arrays.stream(PeopleField.values())
                        .filter(field -> field.name().toLowerCase(Locale.ROOT).equals(written))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("A part is subject, body, from, to, cc, bcc, "
                                + "envelope, exchange, 'name of PLACE' or 'text of PLACE', not: " + written)));
        };
    }
}
