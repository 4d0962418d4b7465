package org.muniment.archive.pdf;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.muniment.archive.pdf.ProofWord.Origin;

/** Follows the characters that are drawn along the texts they were taken from: both come in the same order. */
final class Origins {
    private static final int REACH = 400;
    private static final int SURE = 6;

    private final List<Letter> written = new ArrayList<>();
    private int at;

    private record Letter(int character, Origin origin) {}

    Origins(List<Block> blocks) {
        blocks.forEach(this::add);
    }

    private void add(Block block) {
        switch (block) {
            case Block.Heading heading -> heading.runs().forEach(this::add);
            case Block.Prose prose -> prose.runs().forEach(this::add);
            case Block.Paragraph paragraph -> add(new Run.Words(paragraph.text()));
            case Block.Facts facts ->
                facts.facts().forEach(fact -> {
                    add(new Run.Words(fact.name()));
                    fact.value().forEach(this::add);
                });
            // Nothing of these can be hidden: their words are found again behind them.
            case Block.Picture picture -> {}
            case Block.Table table -> {}
            case Block.Contents contents -> {}
            case Block.Signatures signatures -> {}
            case Block.PageBreak pageBreak -> {}
        }
    }

    private void add(Run run) {
        switch (run) {
            case Run.Box box -> add(new Run.Words(Passage.label(box.label())));
            case Run.Words words -> {
                String text = words.text();
                for (int start = 0; start < text.length(); ) {
                    int end = start + Character.charCount(text.codePointAt(start));
                    Origin origin = words.from().isEmpty()
                            ? new Origin.Own()
                            : new Origin.Given(words.from(), words.start() + start, words.start() + end);
                    letters(text.substring(start, end)).forEach(one -> written.add(new Letter(one, origin)));
                    start = end;
                }
            }
        }
    }

    /** What is compared: characters that show something. */
    private static List<Integer> letters(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .filter(one -> !Character.isWhitespace(one)
                        && !Character.isSpaceChar(one)
                        && !Character.isISOControl(one)
                        && Character.getType(one) != Character.FORMAT)
                .boxed()
                .toList();
    }

    /** The origins of the next characters that are drawn, one for each; to be asked page after page. */
    List<Origin> of(List<Glyph> drawn) {
        List<List<Integer>> signs =
                drawn.stream().map(glyph -> letters(glyph.text())).toList();
        List<Integer> all = signs.stream().flatMap(List::stream).toList();
        List<Origin> found = new ArrayList<>();
        for (int from = 0; from < all.size(); from++) {
            boolean known = isNext(all, from, at, 1) || find(all, from);
            found.add(known ? written.get(at++).origin() : new Origin.Unknown());
        }
        List<Origin> origins = new ArrayList<>();
        int from = 0;
        for (List<Integer> sign : signs) {
            origins.add(together(found.subList(from, from + sign.size())));
            from += sign.size();
        }
        return origins;
    }

    /** Goes on where some of the characters that follow are written again. */
    private boolean find(List<Integer> drawn, int from) {
        for (int ahead = 1; ahead <= REACH && at + ahead < written.size(); ahead++) {
            if (isNext(drawn, from, at + ahead, Math.min(SURE, drawn.size() - from))) {
                at += ahead;
                return true;
            }
        }
        return false;
    }

    private boolean isNext(List<Integer> drawn, int from, int to, int count) {
        if (from + count > drawn.size() || to + count > written.size()) {
            return false;
        }
        for (int one = 0; one < count; one++) {
            if (drawn.get(from + one) != written.get(to + one).character()) {
                return false;
            }
        }
        return true;
    }

    /** A sign may stand for several characters. */
    private static Origin together(List<Origin> origins) {
        if (origins.isEmpty()) {
            return new Origin.Own();
        }
        Origin whole = origins.getFirst();
        for (Origin next : origins.subList(1, origins.size())) {
            whole = joined(whole, next);
        }
        return whole;
    }

    /** What follows on the other, from the same text; unknown where they have nothing to do with one another. */
    static Origin joined(Origin one, Origin next) {
        if (one instanceof Origin.Given before
                && next instanceof Origin.Given after
                && before.from().equals(after.from())
                && before.end() >= after.start()
                && before.start() <= after.start()) {
            return new Origin.Given(before.from(), before.start(), Math.max(before.end(), after.end()));
        }
        return one.equals(next) ? one : new Origin.Unknown();
    }
}
