package org.muniment.archive.item.outlook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The header fields a message was transported with (PidTagTransportMessageHeaders), unfolded, in their order. */
final class TransportHeaders {
    private static final Pattern NAME = Pattern.compile("[!-9;-~]{1,200}");
    private static final int MOST = 2_000;

    private final List<Field> fields;

    /** @param value unfolded */
    record Field(String name, String value) {
        boolean is(String other) {
            return name.equalsIgnoreCase(other);
        }
    }

    private TransportHeaders(List<Field> fields) {
        this.fields = fields;
    }

    /** Reads them; what is no field is left out. */
    static TransportHeaders of(String text) {
        List<Field> fields = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String line : text.split("\r\n|\n|\r", -1)) {
            boolean folded = line.startsWith(" ") || line.startsWith("\t");
            if (folded && !open.isEmpty()) {
                open.append(' ').append(line.strip());
                continue;
            }
            add(fields, open);
            if (line.isEmpty() && !fields.isEmpty()) {
                break;
            }
            open.append(line);
        }
        add(fields, open);
        return new TransportHeaders(fields);
    }

    private static void add(List<Field> fields, StringBuilder open) {
        int colon = open.indexOf(":");
        if (colon > 0 && fields.size() < MOST) {
            String name = open.substring(0, colon).strip();
            if (NAME.matcher(name).matches()) {
                fields.add(new Field(name, open.substring(colon + 1).strip()));
            }
        }
        open.setLength(0);
    }

    /** The topmost field of that name; empty when there is none. */
    String first(String name) {
        return fields.stream()
                .filter(field -> field.is(name))
                .map(Field::value)
                .findFirst()
                .orElse("");
    }

    /** What an assembled message can take over: nothing about how the content was encoded, nothing of our own. */
    List<Field> kept() {
        return fields.stream()
                .filter(field -> {
                    String name = field.name().toLowerCase(Locale.ROOT);
                    return !name.startsWith("content-")
                            && !name.equals("mime-version")
                            && !name.startsWith("x-muniment-");
                })
                .toList();
    }
}
