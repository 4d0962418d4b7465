package org.muniment.archive.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.muniment.archive.index.Highlights.Found;
import org.muniment.archive.index.WordAnalyzer.Word;
import org.muniment.archive.query.Field;
import org.muniment.archive.query.ItemQuery;

/** Marks what a query asks for in whole texts of an item, white space and all. For one thread. */
public final class Highlighter {
    private final Highlights subject;
    private final Highlights body;
    private final Highlights attachment;

    public Highlighter(ItemQuery query) {
        this.subject = of(query, Set.of(Field.TEXT, Field.SUBJECT));
        this.body = of(query, Set.of(Field.TEXT, Field.BODY));
        this.attachment = of(query, Set.of(Field.TEXT, Field.ATTACHMENT));
    }

    private static Highlights of(ItemQuery query, Set<Field> fields) {
        return new Highlights(query.positiveLeaves().stream()
                .filter(leaf -> fields.contains(leaf.field()))
                .toList());
    }

    public Marked subject(String text) {
        return marked(subject, text);
    }

    public Marked body(String text) {
        return marked(body, text);
    }

    /** The text of an attachment. */
    public Marked attachment(String text) {
        return marked(attachment, text);
    }

    private static Marked marked(Highlights highlights, String text) {
        if (highlights.isEmpty()) {
            return Marked.plain(text);
        }
        List<Word> words = highlights.words(text);
        List<Marked.Part> parts = new ArrayList<>();
        int at = 0;
        for (Found run : highlights.in(words)) {
            int start = words.get(run.first()).start();
            int end = words.get(run.last()).end();
            if (start >= at) {
                add(parts, text.substring(at, start), false);
                add(parts, text.substring(start, end), true);
                at = end;
            }
        }
        add(parts, text.substring(at), false);
        return new Marked(parts);
    }

    private static void add(List<Marked.Part> parts, String text, boolean found) {
        if (!text.isEmpty()) {
            parts.add(new Marked.Part(text, found));
        }
    }
}
