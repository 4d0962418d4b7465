package org.muniment.batch.nightly;

import java.util.List;

/** Writes HTML. Every text is escaped, whoever it comes from. */
final class Html {
    private final StringBuilder html = new StringBuilder();

    /** Markup of our own. */
    Html raw(String markup) {
        html.append(markup);
        return this;
    }

    /** An element with text in it; {@code tag} may have attributes. */
    Html element(String tag, String text) {
        html.append('<').append(tag).append('>').append(escaped(text)).append("</");
        int space = tag.indexOf(' ');
        html.append(space < 0 ? tag : tag.substring(0, space)).append(">\n");
        return this;
    }

    /** A list under a heading; nothing when it is empty. */
    Html list(String heading, String tag, List<String> lines) {
        if (lines.isEmpty()) {
            return this;
        }
        element("h2", heading);
        raw("<" + tag + ">\n");
        lines.forEach(line -> element("li", line));
        return raw("</" + tag + ">\n");
    }

    /**
     * A table under a heading; nothing when it has no rows. The first cell of a row is its name.
     *
     * @param columns their headings; one that begins with {@code #} holds numbers
     */
    Html table(String heading, List<String> columns, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return this;
        }
        element("h2", heading);
        raw("<table>\n<thead><tr>");
        columns.forEach(column -> element("th scope=\"col\"" + number(column), column.replaceFirst("^#", "")));
        raw("</tr></thead>\n<tbody>\n");
        rows.forEach(row -> row(columns, row));
        return raw("</tbody>\n</table>\n");
    }

    private void row(List<String> columns, List<String> cells) {
        raw("<tr>");
        for (int column = 0; column < cells.size(); column++) {
            String tag = column == 0 ? "th scope=\"row\"" : "td" + number(columns.get(column));
            element(tag, cells.get(column));
        }
        raw("</tr>\n");
    }

    private static String number(String column) {
        return column.startsWith("#") ? " class=\"number\"" : "";
    }

    /** A text as it stands in an element or an attribute. Control characters are shown as a space. */
    static String escaped(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}\\u202a-\\u202e\\u2066-\\u2069]", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
