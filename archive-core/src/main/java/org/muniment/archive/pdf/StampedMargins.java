package org.muniment.archive.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The margins of a paper in a bundle: each page's stamp; keeps what the pages say. */
final class StampedMargins implements Margins {
    private static final double BASELINE = 20;
    private static final double FOOT = 330;

    private final Stamps stamps;
    private final Letters letters;
    private final List<String> marks = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final List<Optional<Area>> pictures = new ArrayList<>();
    private int lacking;
    private final List<Integer> pages = new ArrayList<>();

    StampedMargins(Stamps stamps, Letters letters) {
        this.stamps = stamps;
        this.letters = letters;
    }

    @Override
    public void draw(Page page) {
        Stamp stamp = stamps.next();
        String mark = Passage.plain(stamp.mark());
        page.beginArtifact();
        double right = page.width() - Sheets.LEFT;
        double width = letters.width(Style.MARK.cut(), mark) * Style.MARK.size();
        page.text(right - width, BASELINE, Style.MARK, mark);
        Line foot = Lines.of(stamp.foot(), Style.MARGIN, FOOT, letters).getFirst();
        page.text(Sheets.LEFT, BASELINE, Style.MARGIN, foot);
        page.end();
        marks.add(mark);
        texts.add(page.said());
        pages.add(page.number());
        pictures.add(page.picture());
        lacking += page.lacking();
    }

    List<String> marks() {
        return marks;
    }

    List<String> texts() {
        return texts;
    }

    /** By page, where the picture stands that is all of it. */
    List<Optional<Area>> pictures() {
        return pictures;
    }

    /** How many characters no typeface has. */
    int lacking() {
        return lacking;
    }

    /** Their objects. */
    List<Integer> pages() {
        return pages;
    }
}
