package org.muniment.archive.index;

import java.io.IOException;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** The words that {@link WordCursor} finds, as Lucene takes them. */
final class WordTokenizer extends Tokenizer {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final WordCursor words = new WordCursor();

    @Override
    public boolean incrementToken() throws IOException {
        clearAttributes();
        if (!words.next()) {
            return false;
        }
        term.copyBuffer(words.letters(), 0, words.length());
        offset.setOffset(correctOffset(words.start()), correctOffset(words.end()));
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        words.over(input);
    }

    @Override
    public void end() throws IOException {
        super.end();
        offset.setOffset(correctOffset(words.position()), correctOffset(words.position()));
    }
}
