package org.muniment.archive.index;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** What a word is, said a second time with regular expressions. */
final class NaiveWords {
    private static final String ALONE =
            "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}&&[\\p{L}\\p{N}]]";
    private static final String PART = "(?:(?!" + ALONE + ")[\\p{L}\\p{N}\\p{M}&&[^\u02BC]])+";
    private static final Pattern WORD = Pattern.compile(ALONE + "|" + PART + "(?:['\u2019\u02BC\uFF07]" + PART + ")*");

    private final Map<String, String> stems = new HashMap<>();

    List<String> of(String text) {
        var words = new ArrayList<String>();
        var found = WORD.matcher(text);
        while (found.find()) {
            String word = plain(found.group());
            if (!word.isEmpty()) {
                words.add(word.substring(0, Math.min(word.length(), WordCursor.LONGEST)));
            }
        }
        return words;
    }

    String stem(String word) {
        return stems.computeIfAbsent(word, NaiveWords::computed);
    }

    private static String computed(String word) {
        String bare = (word.endsWith("'s") ? word.substring(0, word.length() - 2) : word).replace("'", "");
        var words = new KeywordTokenizer();
        words.setReader(new StringReader(bare));
        try (var stemmed = new KStemFilter(words)) {
            stemmed.reset();
            return stemmed.incrementToken()
                    ? stemmed.getAttribute(CharTermAttribute.class).toString()
                    : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String plain(String word) {
        String bare = Normalizer.normalize(word, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[\u2019\u02BC\uFF07]", "'");
        String lower = bare.codePoints()
                .map(Character::toLowerCase)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        char[] out = new char[lower.length() * 4];
        int length = ASCIIFoldingFilter.foldToASCII(lower.toCharArray(), 0, out, 0, lower.length());
        return new String(out, 0, length);
    }
}
