package org.muniment.archive.index;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Adds to each word that is not its own stem the stem, at the same position and marked, so that one field answers both exact
 * and stemmed words, also within one phrase or {@code w/}.
 */
final class StemFilter extends TokenFilter {
    /** Begins every stem's term. No word holds it. */
    static final char MARK = '\u0001';

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final Stemmer stemmer = new Stemmer(1 << 14);
    private String pending = "";

    StemFilter(TokenStream words) {
        super(words);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!pending.isEmpty()) {
            term.setEmpty().append(MARK).append(pending);
            increment.setPositionIncrement(0);
            pending = "";
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        pending = stemmer.otherThan(term.buffer(), term.length());
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        pending = "";
    }
}
