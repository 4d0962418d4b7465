package org.muniment.archive.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.muniment.archive.query.ItemQuery;

/** The one analyzer: of every field of words, and of every query. */
final class WordAnalyzer extends Analyzer {
    /** Positions between two values of a field, so that no phrase or nearness spans two attachments. */
    static final int GAP = 2 * ItemQuery.WIDEST_NEAR;

    private final boolean stems;

    private WordAnalyzer(boolean stems) {
        this.stems = stems;
    }

    /** Words and the stems of those that are not their own. */
    static WordAnalyzer withStems() {
        return new WordAnalyzer(true);
    }

    /** Words only: for names and addresses, and for what a query says. */
    static WordAnalyzer exact() {
        return new WordAnalyzer(false);
    }

    /** A word and where it stands in the text. */
    record Word(String term, int start, int end) {}

    /** The words of a text in order. */
    List<Word> words(String text) {
        var words = new ArrayList<Word>();
        try (var stream = tokenStream("", text)) {
            var term = stream.getAttribute(CharTermAttribute.class);
            var offset = stream.getAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(new Word(term.toString(), offset.startOffset(), offset.endOffset()));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    /** The terms of a text in order. */
    List<String> terms(String text) {
        return words(text).stream().map(Word::term).toList();
    }

    @Override
    public int getPositionIncrementGap(String fieldName) {
        return GAP;
    }

    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
        var words = new WordTokenizer();
        return stems ? new TokenStreamComponents(words, new StemFilter(words)) : new TokenStreamComponents(words);
    }
}
