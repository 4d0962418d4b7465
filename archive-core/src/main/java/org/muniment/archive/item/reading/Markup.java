package org.muniment.archive.item.reading;

import java.util.List;
import org.jsoup.nodes.Entities;

/**
 * A part of a body, as text and as HTML.
 *
 * @param source empty when it is plain text
 */
record Markup(String text, String source) {
    /** One HTML text of all; empty when none came as HTML. Plain ones keep their lines. */
    static String joined(List<Markup> parts) {
        if (parts.stream().allMatch(part -> part.source().isEmpty())) {
            return "";
        }
        if (parts.size() == 1) {
            return parts.getFirst().source();
        }
        StringBuilder whole = new StringBuilder();
        parts.forEach(part -> whole.append("<div>").append(part.html()).append("</div>\n"));
        return whole.toString();
    }

    private String html() {
        return source.isEmpty() ? "<pre>" + Entities.escape(text) + "</pre>" : source;
    }
}
