package org.muniment.archive.schedule;

import java.util.regex.Pattern;

/** Recognizes the lines with which mail programs introduce an older message, in English and Spanish. */
final class History {
    private static final int CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern REPLIED =
            Pattern.compile("-{2,}\\s*(original (message|appointment)|mensaje original)\\s*-{2,}.*", CASE);
    private static final Pattern FORWARDED = Pattern.compile(
            "-{2,}\\s*(forwarded (message|by)|mensaje reenviado|reenviado por)\\b.*"
                    + "|begin forwarded message:|inicio del mensaje reenviado:",
            CASE);
    private static final Pattern WROTE =
            Pattern.compile("(on|el)\\b.{0,300}\\d.{0,300}\\b(wrote|escribi\u00f3)\\s?:", CASE | Pattern.DOTALL);
    private static final Pattern ATTRIBUTION = Pattern.compile(".{1,200}\\b(wrote|writes|escribi\u00f3)\\s?:", CASE);
    private static final Pattern FROM = Pattern.compile("\\*?(From|De)\\s?:.*");
    private static final Pattern DATE = Pattern.compile("\\*?(Sent|Date|Enviado( el)?|Enviada( el)?|Fecha)\\s?:.*");
    private static final Pattern ADDRESSED = Pattern.compile("\\*?(To|Para|Subject|Asunto)\\s?:.*");
    private static final Pattern TO = Pattern.compile("To\\s?:.*");
    private static final Pattern SUBJECT = Pattern.compile("Subject\\s?:.*");
    private static final Pattern TIME = Pattern.compile(".*\\d{1,2}:\\d{2}(:\\d{2})?\\s?[AP]M.*");
    private static final Pattern LINE = Pattern.compile("_{5,}|-{5,}");
    private static final int BLOCK = 8;
    private static final int WRAPPED = 3;

    private final Lines lines;

    /** What an introduction introduces. */
    enum Kind {
        NONE,
        /** What the message answers. */
        REPLY,
        /** What the message passes on. */
        FORWARD
    }

    /**
     * An introduction.
     *
     * @param length number of its lines, headers of the older message not counted
     */
    record Introduction(Kind kind, int length) {
        static final Introduction NONE = new Introduction(Kind.NONE, 0);
    }

    History(Lines lines) {
        this.lines = lines;
    }

    /** Whether an introduction begins with this line. */
    Introduction at(int index) {
        int first = lines.first(index);
        if (first == lines.to(index)) {
            return Introduction.NONE;
        }
        return switch (lines.text().charAt(first)) {
            case '-', '_' -> ruled(index);
            case 'B', 'b', 'I', 'i' ->
                lines.endsWith(index, ':') && matches(FORWARDED, index) ? one(Kind.FORWARD) : attributed(index);
            case 'F', 'D', '*' -> isBlock(index) ? one(Kind.REPLY) : attributed(index);
            case 'T' -> isNotesBlock(index) ? one(Kind.REPLY) : attributed(index);
            case 'O', 'o', 'E', 'e' -> opens(index) ? wrote(index) : attributed(index);
            default -> attributed(index);
        };
    }

    /** Whether the next line from here on that is not blank has the mark of a quotation. */
    boolean isMarked(int index) {
        int next = index;
        while (next < lines.count() && lines.isBlank(next)) {
            next++;
        }
        return next < lines.count() && lines.startsWith(next, ">");
    }

    private boolean matches(Pattern pattern, int index) {
        return pattern.matcher(lines.stripped(index)).matches();
    }

    private Introduction ruled(int index) {
        if (!lines.startsWith(index, "--") && !lines.startsWith(index, "__")) {
            return Introduction.NONE;
        }
        if (matches(REPLIED, index)) {
            return one(Kind.REPLY);
        }
        if (matches(FORWARDED, index)) {
            return one(Kind.FORWARD);
        }
        if (!matches(LINE, index)) {
            return Introduction.NONE;
        }
        for (int i = index + 1; i < Math.min(lines.count(), index + WRAPPED); i++) {
            if (isBlock(i)) {
                return one(Kind.REPLY);
            }
        }
        return Introduction.NONE;
    }

    /** Most lines that begin with these letters are not looked at further. */
    private boolean opens(int index) {
        int second = lines.first(index) + 1;
        int end = lines.to(index);
        return second < end
                && "nNlL".indexOf(lines.text().charAt(second)) >= 0
                && (second + 1 == end || !Character.isLetter(lines.text().charAt(second + 1)));
    }

    /** {@code On such a day someone wrote:}, in up to three lines. */
    private Introduction wrote(int index) {
        String text = lines.stripped(index);
        for (int length = 1; length <= WRAPPED && text.length() < 600; length++) {
            if (text.endsWith(":") && WROTE.matcher(text).matches()) {
                return new Introduction(Kind.REPLY, length);
            }
            text = index + length < lines.count() ? text + " " + lines.stripped(index + length) : text;
        }
        return attributed(index);
    }

    /** {@code Someone wrote:}, directly before what is quoted. */
    private Introduction attributed(int index) {
        return lines.endsWith(index, ':') && isMarked(index + 1) && matches(ATTRIBUTION, index)
                ? one(Kind.REPLY)
                : Introduction.NONE;
    }

    /** From, then a date and whom it went to, as Outlook writes them. */
    private boolean isBlock(int index) {
        return (lines.startsWith(index, "From") || lines.startsWith(index, "De") || lines.startsWith(index, "*"))
                && matches(FROM, index)
                && follows(index, DATE)
                && follows(index, ADDRESSED);
    }

    /** To and Subject below a time, as Notes writes them. */
    private boolean isNotesBlock(int index) {
        return lines.startsWith(index, "To")
                && matches(TO, index)
                && index > 0
                && (isTime(index - 1) || index > 1 && lines.isBlank(index - 1) && isTime(index - 2))
                && follows(index, SUBJECT);
    }

    private boolean isTime(int index) {
        return matches(TIME, index);
    }

    private boolean follows(int index, Pattern header) {
        for (int i = index + 1; i < Math.min(lines.count(), index + BLOCK); i++) {
            if (matches(header, i)) {
                return true;
            }
        }
        return false;
    }

    private static Introduction one(Kind kind) {
        return new Introduction(kind, 1);
    }
}
