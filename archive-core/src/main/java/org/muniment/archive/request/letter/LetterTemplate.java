package org.muniment.archive.request.letter;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.request.RequestRefused;

/**
 * A letter with places for what differs. The first line is {@code Subject:} and its words. {@code {name}} is a field;
 * what stands between a line {@code {if name}} and a line {@code {end}} is left out when the field has no value. There is
 * nothing else: no computing, no files, no nesting.
 */
final class LetterTemplate {
    private static final String SUBJECT = "Subject:";
    private static final Pattern FIELD = Pattern.compile("\\{([a-z-]+)\\}");
    private static final Pattern IF = Pattern.compile("\\{if ([a-z-]+)\\}");

    private final String name;
    private final String subject;
    private final List<Line> lines;

    /**
     * A line of the body.
     *
     * @param onlyWith the field without which it is left out; null for none
     */
    private record Line(String text, @Nullable LetterField onlyWith) {}

    private LetterTemplate(String name, String subject, List<Line> lines) {
        this.name = name;
        this.subject = subject;
        this.lines = List.copyOf(lines);
    }

    /**
     * Reads a template.
     *
     * @throws RequestRefused naming the line that can't be read, or what such a letter must say and it does not
     */
    static LetterTemplate read(LetterKind kind, String text) {
        List<String> all = text.replace("\ufeff", "").lines().toList();
        String name = "The template " + kind.file();
        if (all.isEmpty() || !all.getFirst().startsWith(SUBJECT)) {
            throw new RequestRefused(name + " begins with a line: Subject: …");
        }
        String subject = all.getFirst().substring(SUBJECT.length()).strip();
        List<Line> lines = lines(name, all);
        Set<LetterField> named = fields(name, 1, subject);
        lines.forEach(line -> named.addAll(fields(name, 0, line.text())));
        Set<LetterField> lacking = EnumSet.copyOf(kind.mustSay());
        lacking.removeAll(named);
        if (!lacking.isEmpty()) {
            throw new RequestRefused(name + " must say: "
                    + lacking.stream()
                            .map(field -> "{" + field.key() + "}, " + field.about())
                            .collect(Collectors.joining("; ")));
        }
        return new LetterTemplate(name, subject, lines);
    }

    private static List<Line> lines(String name, List<String> all) {
        List<Line> lines = new ArrayList<>();
        LetterField within = null;
        for (int number = 2; number <= all.size(); number++) {
            String line = all.get(number - 1).strip();
            Matcher begin = IF.matcher(line);
            if (begin.matches() && within == null) {
                within = field(name, number, begin.group(1));
            } else if (line.equals("{end}") && within != null) {
                within = null;
            } else {
                fields(name, number, line);
                lines.add(new Line(line, within));
            }
        }
        if (within != null) {
            throw new RequestRefused(name + " has {if " + within.key() + "} without its {end}");
        }
        return lines;
    }

    private static Set<LetterField> fields(String name, int number, String line) {
        Set<LetterField> fields = EnumSet.noneOf(LetterField.class);
        FIELD.matcher(line).results().forEach(found -> fields.add(field(name, number, found.group(1))));
        String rest = FIELD.matcher(line).replaceAll("");
        if (rest.indexOf('{') >= 0 || rest.indexOf('}') >= 0) {
            throw new RequestRefused(name + ", line " + number
                    + ": braces hold the name of a field, or {if name} and {end} alone on a line: " + line);
        }
        return fields;
    }

    private static LetterField field(String name, int number, String key) {
        return LetterField.named(key)
                .orElseThrow(() -> new RequestRefused(name + ", line " + number + ": there is no field {" + key + "}"));
    }

    /** Its subject line, one line whatever the values. */
    String subject(Map<LetterField, String> values) {
        return filled(subject, values).replace('\n', ' ');
    }

    /**
     * Its body.
     *
     * @throws RequestRefused naming a field that has no value
     */
    String body(Map<LetterField, String> values) {
        String text = lines.stream()
                .filter(line -> line.onlyWith() == null
                        || !values.getOrDefault(line.onlyWith(), "").isEmpty())
                .map(line -> filled(line.text(), values))
                .collect(Collectors.joining("\n"));
        return text.replaceAll("\n{3,}", "\n\n").strip() + "\n";
    }

    private String filled(String line, Map<LetterField, String> values) {
        StringBuilder filled = new StringBuilder();
        Matcher field = FIELD.matcher(line);
        while (field.find()) {
            LetterField named = LetterField.named(field.group(1)).orElseThrow();
            String value = values.getOrDefault(named, "");
            if (value.isEmpty()) {
                throw new RequestRefused(name + " needs '" + named.key() + "': " + named.about());
            }
            field.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return field.appendTail(filled).toString();
    }
}
