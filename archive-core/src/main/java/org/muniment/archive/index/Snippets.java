package org.muniment.archive.index;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.muniment.archive.index.Highlights.Found;
import org.muniment.archive.index.WordAnalyzer.Word;
import org.muniment.archive.query.Field;
import org.muniment.archive.query.ItemQuery;

/** One line of an item's text around the words a query asks for. For one thread. */
final class Snippets {
    private static final int BEFORE = 8;
    private static final int WORDS = 36;

    private final Highlights highlights;

    Snippets(ItemQuery query) {
        this.highlights = new Highlights(query.positiveLeaves().stream()
                .filter(leaf -> shown(leaf.field()))
                .toList());
    }

    private static boolean shown(Field field) {
        return field == Field.TEXT || field == Field.BODY || field == Field.ATTACHMENT;
    }

    /** From the first of these texts that holds a word asked for; else the start of the first. */
    Marked of(String body, String attachments) {
        for (String text : highlights.isEmpty() ? List.<String>of() : List.of(body, attachments)) {
            List<Word> words = highlights.words(text);
            List<Found> found = highlights.in(words);
            if (!found.isEmpty()) {
                int best = best(found);
                return line(text, words, found, Math.max(0, best - BEFORE));
            }
        }
        String text = body.isEmpty() ? attachments : body;
        return line(text, highlights.words(text.substring(0, Math.min(text.length(), 1_000))), List.of(), 0);
    }

    /** The first word of the stretch with the most different phrases of the query. */
    private static int best(List<Found> found) {
        int best = 0;
        int most = 0;
        for (int i = 0; i < found.size(); i++) {
            int start = found.get(i).first();
            var phrases = new BitSet();
            for (int j = i; j < found.size() && found.get(j).last() < start + WORDS - BEFORE; j++) {
                phrases.set(found.get(j).phrase());
            }
            if (phrases.cardinality() > most) {
                most = phrases.cardinality();
                best = start;
            }
        }
        return best;
    }

    private static Marked line(String text, List<Word> words, List<Found> found, int first) {
        if (words.isEmpty()) {
            return Marked.plain("");
        }
        int last = Math.min(words.size(), first + WORDS) - 1;
        var parts = new ArrayList<Marked.Part>();
        add(parts, first > 0 ? "… " : "", false);
        int at = first > 0 ? words.get(first).start() : 0;
        for (Found run : found) {
            int start = words.get(run.first()).start();
            if (run.first() >= first && run.last() <= last && start >= at) {
                int end = words.get(run.last()).end();
                add(parts, plain(text, at, start), false);
                add(parts, plain(text, start, end), true);
                at = end;
            }
        }
        add(parts, plain(text, at, words.get(last).end()), false);
        add(parts, last < words.size() - 1 ? " …" : "", false);
        return new Marked(parts);
    }

    private static void add(List<Marked.Part> parts, String text, boolean found) {
        if (!text.isEmpty()) {
            parts.add(new Marked.Part(text, found));
        }
    }

    /** White space becomes one space; long stretches without words are cut. */
    private static String plain(String text, int from, int to) {
        return text.substring(from, Math.min(to, from + 2_000)).replaceAll("[\\s\\h\\v\\p{Cntrl}]+", " ");
    }
}
