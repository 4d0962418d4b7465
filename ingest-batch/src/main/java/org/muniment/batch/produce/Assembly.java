package org.muniment.batch.produce;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muniment.archive.item.Item;
import org.muniment.archive.pdf.Paper;
import org.muniment.archive.pdf.SetPaper;
import org.muniment.archive.pdf.Unpaintable;
import org.muniment.archive.production.BatesNumber;
import org.muniment.archive.production.BatesRange;
import org.muniment.archive.production.bundle.PackageFolder;
import org.muniment.archive.production.bundle.PackagePath;

/** Sets items family by family: pages, natives and texts of each, then its lines in the tables. For one thread. */
final class Assembly {
    private static final long PAGE_BYTES = 20_000;
    private static final String CRLF = "\r\n";

    private final PackageFolder folder;
    private final Binder binder;
    private final BatesStamps stamps;
    private final Papers papers;
    private final Optional<Originals> originals;
    private final boolean texts;

    /** What an item's documents are. */
    interface Papers {
        List<Leaf> of(OpenItem open);
    }

    /** The bytes of items as they were collected. */
    interface Originals {
        InputStream open(Item item) throws IOException;
    }

    /**
     * @param originals where messages are given as they were collected, too; those of which nothing is hidden
     * @param texts whether the text of each document is given, too
     */
    Assembly(
            PackageFolder folder,
            Binder binder,
            BatesStamps stamps,
            Papers papers,
            Optional<Originals> originals,
            boolean texts) {
        this.folder = folder;
        this.binder = binder;
        this.stamps = stamps;
        this.papers = papers;
        this.originals = originals;
        this.texts = texts;
    }

    /** Sets one item with its attachments. */
    Family set(OpenItem open) throws IOException {
        PackageFolder.Family family = folder.family();
        List<Leaf> leaves = leaves(open, family);
        binder.begin(family, estimate(open, leaves));
        List<SetDocument> documents = new ArrayList<>();
        for (Leaf leaf : leaves) {
            SetDocument document = set(open, leaf);
            documents.add(document);
            write(family, document);
        }
        return new Family(open, documents, family.settle());
    }

    private List<Leaf> leaves(OpenItem open, PackageFolder.Family family) throws IOException {
        List<Leaf> leaves = new ArrayList<>(papers.of(open));
        if (originals.isPresent() && open.treatment() instanceof Treatment.Whole) {
            Path copy = family.file("NATIVES", stamps.peek() + ".eml");
            try (InputStream in = originals.get().open(open.item())) {
                Files.copy(in, copy);
            }
            leaves.set(0, leaves.getFirst().withOriginal(copy));
        }
        return leaves;
    }

    private static long estimate(OpenItem open, List<Leaf> leaves) {
        long files = open.item().attachments().stream()
                .mapToLong(file -> file.size())
                .sum();
        return files + open.contents().reading().text().body().length() + PAGE_BYTES * leaves.size();
    }

    private SetDocument set(OpenItem open, Leaf leaf) throws IOException {
        BatesNumber first = stamps.peek();
        try {
            return set(first, leaf);
        } catch (Unpaintable e) {
            return instead(open, first, leaf, e);
        }
    }

    private SetDocument instead(OpenItem open, BatesNumber first, Leaf leaf, Unpaintable why) throws IOException {
        try {
            return set(first, SlipSheet.instead(open, leaf, String.valueOf(why.getMessage())));
        } catch (Unpaintable e) {
            throw new IllegalStateException("A slip sheet could not be set at " + first, e);
        }
    }

    private SetDocument set(BatesNumber first, Leaf leaf) throws IOException, Unpaintable {
        Paper paper = leaf.sheet().paper(first);
        SetPaper set = binder.set(first, paper, stamps);
        return new SetDocument(
                leaf,
                new BatesRange(first, first.plus(set.pages() - 1L)),
                paper.title(),
                set.number(),
                binder.file(),
                set.pageTexts(),
                set.notes(),
                set.hidden());
    }

    private void write(PackageFolder.Family family, SetDocument document) throws IOException {
        BatesNumber first = document.pages().first();
        if (texts) {
            text(family.file("TEXT", first + ".txt"), document.texts());
        }
        if (document.leaf().original().isPresent()
                && document.leaf().attachment().isPresent()) {
            Files.copy(document.leaf().original().get(), family.file("NATIVES", nativeName(document)));
        }
    }

    static String nativeName(SetDocument document) {
        return PackagePath.nativeName(
                document.pages().first(),
                document.leaf().attachment().map(file -> file.name()).orElse("message.eml"));
    }

    /** Pages parted by form feeds, lines ended by CR LF, as load files want them. */
    private static void text(Path file, List<String> pages) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            for (int page = 0; page < pages.size(); page++) {
                out.write(page == 0 ? "" : "\f");
                out.write(pages.get(page).replace("\r\n", "\n").replace("\n", CRLF) + CRLF);
            }
        }
    }

    /** The papers of a message and its attachments, or of what stands in their place. */
    record ItemPapers(MessageLeaf message, AttachmentLeaves attachments) implements Papers {
        @Override
        public List<Leaf> of(OpenItem open) {
            if (open.treatment() instanceof Treatment.Withheld withheld) {
                return List.of(SlipSheet.withheld(open.item(), withheld.grounds()));
            }
            Map<String, String> beside = attachments.beside(open);
            List<Leaf> leaves = new ArrayList<>();
            leaves.add(message.of(open, beside));
            leaves.addAll(attachments.of(open, beside));
            return leaves;
        }
    }
}
