package org.muniment.archive.schedule;

import java.util.List;
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

    private final List<String> lines;

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

    History(List<String> lines) {
        this.lines = lines;
    }

    /** Whether an introduction begins with this line. */
    Introduction at(int index) {
        String line = lines.get(index).strip();
        if (line.isEmpty()) {
            return Introduction.NONE;
        }
        return switch (line.charAt(0)) {
            case '-', '_' -> ruled(index, line);
            case 'B', 'b', 'I', 'i' ->
                line.endsWith(":") && FORWARDED.matcher(line).matches() ? one(Kind.FORWARD) : attributed(index, line);
            case 'F', 'D', '*' -> isBlock(index) ? one(Kind.REPLY) : attributed(index, line);
            case 'T' -> isNotesBlock(index, line) ? one(Kind.REPLY) : attributed(index, line);
            case 'O', 'o', 'E', 'e' -> opens(line) ? wrote(index, line) : attributed(index, line);
            default -> attributed(index, line);
        };
    }

    /** The next line from here on that is not blank; empty at the end. */
    String next(int index) {
        for (int i = index; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                return lines.get(i).strip();
            }
        }
        return "";
    }

    private Introduction ruled(int index, String line) {
        if (REPLIED.matcher(line).matches()) {
            return one(Kind.REPLY);
        }
        if (FORWARDED.matcher(line).matches()) {
            return one(Kind.FORWARD);
        }
        if (!LINE.matcher(line).matches()) {
            return Introduction.NONE;
        }
        for (int i = index + 1; i < Math.min(lines.size(), index + WRAPPED); i++) {
            if (isBlock(i)) {
                return one(Kind.REPLY);
            }
        }
        return Introduction.NONE;
    }

    /** Most lines that begin with these letters are not looked at further. */
    private static boolean opens(String line) {
        return line.length() > 1
                && "nNlL".indexOf(line.charAt(1)) >= 0
                && (line.length() == 2 || !Character.isLetter(line.charAt(2)));
    }

    /** {@code On such a day someone wrote:}, in up to three lines. */
    private Introduction wrote(int index, String first) {
        String text = first;
        for (int length = 1; length <= WRAPPED && text.length() < 600; length++) {
            if (text.endsWith(":") && WROTE.matcher(text).matches()) {
                return new Introduction(Kind.REPLY, length);
            }
            text = index + length < lines.size()
                    ? text + " " + lines.get(index + length).strip()
                    : text;
        }
        return attributed(index, first);
    }

    /** {@code Someone wrote:}, directly before what is quoted. */
    private Introduction attributed(int index, String line) {
        return line.endsWith(":")
                        && next(index + 1).startsWith(">")
                        && ATTRIBUTION.matcher(line).matches()
                ? one(Kind.REPLY)
                : Introduction.NONE;
    }

    /** From, then a date and whom it went to, as Outlook writes them. */
    private boolean isBlock(int index) {
        return FROM.matcher(lines.get(index).strip()).matches() && follows(index, DATE) && follows(index, ADDRESSED);
    }

    /** To and Subject below a time, as Notes writes them. */
    private boolean isNotesBlock(int index, String line) {
        return TO.matcher(line).matches()
                && index > 0
                && (isTime(index - 1) || index > 1 && lines.get(index - 1).isBlank() && isTime(index - 2))
                && follows(index, SUBJECT);
    }

    private boolean isTime(int index) {
        return TIME.matcher(lines.get(index)).matches();
    }

    private boolean follows(int index, Pattern header) {
        for (int i = index + 1; i < Math.min(lines.size(), index + BLOCK); i++) {
            if (header.matcher(lines.get(i).strip()).matches()) {
                return true;
            }
        }
        return false;
    }

    private static Introduction one(Kind kind) {
        return new Introduction(kind, 1);
    }
}
