package org.muniment.archive.production.loadfile;

import java.util.regex.Pattern;

/** What a value must be to stand in a field: line breaks of one kind, no sign that means something else. */
final class FieldText {
    private static final Pattern LINE_BREAK = Pattern.compile("\\r\\n|[\\r\\u0085\\u2028\\u2029\\u000b\\u000c]");
    private static final Pattern CONTROL = Pattern.compile("[\\u0000-\\u0008\\u000e-\\u001f\\u007f-\\u009f]");
    private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");

    private FieldText() {}

    /** With all line breaks as line feeds. */
    static String lines(String value) {
        return LINE_BREAK.matcher(value).replaceAll("\n");
    }

    static String written(String value, DatDialect dialect) {
        String plain = lines(value).replace(Character.toString(dialect.newline()), "(R)");
        return LONE_SURROGATE.matcher(CONTROL.matcher(plain).replaceAll(" ")).replaceAll("\ufffd");
    }

    static String reason(String value, DatDialect dialect) {
        return value.indexOf(dialect.newline()) >= 0
                ? "The sign " + dialect.newline() + " means a line break in a load file; (R) stands for it"
                : "A control character was replaced by a space, or half a character by U+FFFD";
    }
}
