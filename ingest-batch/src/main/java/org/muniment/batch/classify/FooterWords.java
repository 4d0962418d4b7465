package org.muniment.batch.classify;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muniment.archive.query.Field;
import org.muniment.archive.query.ItemQuery;
import org.muniment.archive.schedule.Footers;

/** Finds the mails that may stand above a footer. */
final class FooterWords {
    /** A word that no tokenizer cuts in two, with what stands around it. */
    private static final Pattern WORD = Pattern.compile("[^\\p{L}\\p{N}]*(\\p{L}{4,})[^\\p{L}\\p{N}]*");

    private static final int FEWEST = 2;
    private static final int ASKED = 6;

    private FooterWords() {}

    /**
     * Every mail with the footer, and some without: a footer is known by its letters alone, however it is broken and punctuated,
     * so its longest words are asked for, not the phrase. The last word shown may be cut.
     */
    static ItemQuery query(Footers.Footer footer) {
        List<String> written = List.of(footer.firstWords().split("\\s+"));
        List<ItemQuery> words = written.subList(0, written.size() - 1).stream()
                .map(WORD::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .limit(ASKED)
                .<ItemQuery>map(word -> new ItemQuery.Words(Field.BODY, List.of(word), true))
                .toList();
        return words.size() < FEWEST ? new ItemQuery.All() : new ItemQuery.And(words);
    }
}
