package org.muniment.archive.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.muniment.archive.index.WordAnalyzer.Word;
import org.muniment.archive.query.ItemQuery;
import org.muniment.archive.query.ItemQuery.Leaf;

/** Finds the words of a query in a text, to show them. For one thread. */
final class Highlights {
    private final WordAnalyzer analyzer = WordAnalyzer.exact();
    private final Stemmer stemmer = new Stemmer(1 << 10);
    private final List<List<Place>> phrases = new ArrayList<>();

    /** What may stand at one place of a phrase. */
    private record Place(String term, boolean stemmed, boolean start) {}

    /** A run of words that the query asks for, by index; which of the query's phrases it is. */
    record Found(int phrase, int first, int last) {}

    /** Looks for the words of these leaves; other leaves have none. */
    Highlights(List<? extends ItemQuery> parts) {
        parts.forEach(this::add);
    }

    boolean isEmpty() {
        return phrases.isEmpty();
    }

    List<Word> words(String text) {
        return analyzer.words(text);
    }

    /** Every run of words asked for, by its first word, then the longest first. */
    List<Found> in(List<Word> words) {
        var found = new ArrayList<Found>();
        boolean stems = phrases.stream().anyMatch(phrase -> phrase.getFirst().stemmed());
        for (int i = 0; i < words.size(); i++) {
            String stem = stems ? stemmer.of(words.get(i).term()) : "";
            for (int p = 0; p < phrases.size(); p++) {
                List<Place> phrase = phrases.get(p);
                if (fits(phrase.getFirst(), words.get(i).term(), stem) && follows(phrase, words, i)) {
                    found.add(new Found(p, i, i + phrase.size() - 1));
                }
            }
        }
        found.sort(Comparator.comparingInt(Found::first).thenComparing(Found::last, Comparator.reverseOrder()));
        return found;
    }

    /** The words asked for that the text holds, as written but in lower case, each once, in order of the alphabet. */
    List<String> spoken(String text) {
        var words = words(text);
        var spoken = new TreeSet<String>();
        for (Found run : in(words)) {
            spoken.add(text.substring(
                            words.get(run.first()).start(),
                            words.get(run.last()).end())
                    .replaceAll("\\s+", " ")
                    .toLowerCase(Locale.ROOT));
        }
        return List.copyOf(spoken);
    }

    private void add(ItemQuery part) {
        switch (part) {
            case ItemQuery.Words words -> place(String.join(" ", words.words()), !words.exact(), false);
            case ItemQuery.Prefix prefix -> place(prefix.start(), false, true);
            case ItemQuery.Near near -> {
                add(near.left());
                add(near.right());
            }
            case ItemQuery.Or or -> or.parts().forEach(this::add);
            case ItemQuery.All all -> {}
            case ItemQuery.And and -> and.parts().forEach(this::add);
            case ItemQuery.Not not -> {}
            case Leaf leaf -> {}
        }
    }

    private void place(String text, boolean stemmed, boolean start) {
        var terms = analyzer.terms(text);
        var phrase = new ArrayList<Place>();
        for (int i = 0; i < terms.size(); i++) {
            String term = stemmed ? stemmer.of(terms.get(i)) : terms.get(i);
            phrase.add(new Place(term, stemmed, start && i == terms.size() - 1));
        }
        if (!phrase.isEmpty()) {
            phrases.add(phrase);
        }
    }

    private boolean follows(List<Place> phrase, List<Word> words, int first) {
        if (first + phrase.size() > words.size()) {
            return false;
        }
        for (int i = 1; i < phrase.size(); i++) {
            String term = words.get(first + i).term();
            if (!fits(phrase.get(i), term, stemmer.of(term))) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(Place place, String term, String stem) {
        if (place.start) {
            return term.startsWith(place.term);
        }
        return term.equals(place.term) || place.stemmed && stem.equals(place.term);
    }
}
