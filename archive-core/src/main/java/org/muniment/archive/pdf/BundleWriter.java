package org.muniment.archive.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sets papers one after the other into one PDF/A-2u with tags, bookmarks, and page labels that are the stamps' marks. It
 * is written as it goes: memory does not grow with pages, except for some hundred bytes each. The same papers give the same
 * bytes. For one thread.
 */
public final class BundleWriter implements AutoCloseable {
    private final BundleInfo info;
    private final PdfFile file;
    private final Letters letters = new Letters();
    private final Structure structure;
    private final PageTree tree;
    private final Sheets.Shared shared;
    private final Workshop workshop = new Workshop();
    private final Guide guide = new Guide();
    private final List<Integer> firstPages = new ArrayList<>();

    /** @param out neither flushed nor closed */
    public BundleWriter(BundleInfo info, OutputStream out) throws IOException {
        this.info = info;
        this.file = new PdfFile(out);
        this.structure = new Structure(file);
        this.tree = new PageTree(file);
        this.shared = new Sheets.Shared(file.allocate(), file.allocate());
    }

    /**
     * Sets a paper behind those that are set.
     *
     * @throws Unpaintable when it can't be made into pages; nothing of it is in the file, and no stamp was taken
     * @throws IOException when the stream does not take it; the bundle can't be finished
     */
    public SetPaper add(Paper paper, Stamps stamps) throws IOException, Unpaintable {
        return set(paper, stamps, false);
    }

    /**
     * Sets a paper that stands before all that are added, behind those set with this method: covers, contents. It may be
     * called last and so may name and link what is set.
     */
    public SetPaper front(Paper paper, Stamps stamps) throws IOException, Unpaintable {
        return set(paper, stamps, true);
    }

    private SetPaper set(Paper paper, Stamps stamps, boolean inFront) throws IOException, Unpaintable {
        try (Painting painting = Painting.of(paper, workshop)) {
            StampedMargins margins = new StampedMargins(stamps, letters);
            return set(
                    paper,
                    painting,
                    margins,
                    inFront,
                    (ground, section) -> painting.paint(ground, section, firstPages));
        }
    }

    /** Puts a paper's content onto the ground. */
    private interface Brush {
        List<String> paint(Ground ground, Tag section) throws IOException;
    }

    /**
     * What was set to be looked at.
     *
     * @param pages how many the paper has
     * @param alone whether the page that was asked for is the only one that is set
     * @param pictures by page that is set, where the picture stands that is all of it
     */
    record Sketch(int pages, boolean alone, List<Optional<Area>> pictures) {}

    /** Sets a page of a paper without a stamp; of text, which flows, all of them. None where it has fewer. */
    Sketch sketch(Paper paper, int page) throws IOException, Unpaintable {
        try (Painting painting = Painting.of(paper, workshop)) {
            int pages = painting.pages();
            StampedMargins margins = new StampedMargins(Stamps.none(), letters);
            if (pages == 0) {
                SetPaper set = set(
                        paper,
                        painting,
                        margins,
                        false,
                        (ground, section) -> painting.paint(ground, section, firstPages));
                return new Sketch(set.pages(), false, margins.pictures());
            }
            if (page <= pages) {
                set(paper, painting, margins, false, (ground, section) -> painting.paint(page, ground, section));
            }
            return new Sketch(pages, true, margins.pictures());
        }
    }

    private SetPaper set(Paper paper, Painting painting, StampedMargins margins, boolean inFront, Brush brush)
            throws IOException {
        Tag section = inFront ? structure.beginFront("Sect") : structure.begin(structure.document(), "Sect");
        Sheets sheets = new Sheets(file, letters, structure, tree, shared, margins, inFront);
        List<String> notes = new ArrayList<>(brush.paint(new Ground(file, sheets, structure, letters), section));
        sheets.finish();
        structure.end(section);
        firstPages.add(margins.pages().getFirst());
        guide.add(paper, inFront, margins.pages().getFirst(), margins.marks());
        if (margins.lacking() > 0) {
            notes.add(
                    margins.lacking() == 1
                            ? "1 character has no letter form here and shows as a sign"
                            : margins.lacking() + " characters have no letter form here and show as a sign");
        }
        return new SetPaper(firstPages.size(), margins.marks(), margins.texts(), notes, painting.hidden());
    }

    /** Writes what closes the file; without it, it is none. */
    public void finish() throws IOException {
        file.write(shared.resources(), "<</Font " + shared.fonts() + " 0 R>>");
        letters.write(shared.fonts(), file);
        String guided = guide.write(file);
        new Conformance(info.title(), info.language(), info.made())
                .finish(file, tree.finish(), structure.finish(), guided);
    }

    /** Releases memory and temporary files. */
    @Override
    public void close() throws IOException {
        workshop.close();
        letters.close();
    }
}
