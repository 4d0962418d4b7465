package org.muniment.batch.produce;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.muniment.archive.Archive;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.archive.item.reading.ItemContents;
import org.muniment.archive.item.reading.OpenedItems;
import org.muniment.archive.pdf.Paper;
import org.muniment.archive.pdf.Proof;
import org.muniment.archive.pdf.Unpaintable;
import org.muniment.archive.production.BatesNumber;
import org.muniment.archive.review.Redaction;
import org.muniment.archive.review.Redactions;

/**
 * Draws pages of items by the means of a production, so that what is seen is what would be given out once something is hidden.
 * The latest pages are kept in memory, never on disk. Safe for many threads; two pages are drawn at a time.
 */
public final class ItemProofs {
    private static final long KEPT = 48L << 20;
    private static final BatesNumber NONE = new BatesNumber("PROOF", 1);

    private final Archive archive;
    private final OpenedItems opened;
    private final MessageLeaf message;
    private final Semaphore drawing = new Semaphore(2);
    private final Map<Asked, ItemProof> latest = new LinkedHashMap<>(16, 0.75f, true);
    private long size;

    /** @param hidden the digest of what is hidden */
    private record Asked(String item, String hidden, int document, int page) {}

    public ItemProofs(Archive archive) {
        this.archive = archive;
        this.opened = new OpenedItems(archive.objects(), archive.reader());
        this.message = new MessageLeaf(archive.settings().zone());
    }

    /**
     * A page of an item.
     *
     * @param applied what is hidden
     * @param document from 0, the message
     * @param page from 1
     * @return empty when there is no such document or page
     * @throws org.muniment.archive.review.ReviewRefused when a text reads differently since a passage of it was hidden
     * @throws org.muniment.archive.store.StoreException when its bytes can't be read
     */
    public Optional<ItemProof> page(RegisteredItem item, List<Redaction> applied, int document, int page) {
        Asked asked = new Asked(item.item().id().value(), Redactions.digest(applied), document, page);
        Optional<ItemProof> known = known(asked);
        if (known.isPresent()) {
            return known;
        }
        drawing.acquireUninterruptibly();
        try {
            Optional<ItemProof> drawn = known(asked).or(() -> draw(item, applied, document, page));
            drawn.ifPresent(proof -> keep(asked, proof));
            return drawn;
        } finally {
            drawing.release();
        }
    }

    private Optional<ItemProof> known(Asked asked) {
        synchronized (latest) {
            return Optional.ofNullable(latest.get(asked));
        }
    }

    private void keep(Asked asked, ItemProof proof) {
        synchronized (latest) {
            if (latest.put(asked, proof) == null) {
                size += proof.proof().size();
            }
            var oldest = latest.entrySet().iterator();
            while (size > KEPT && latest.size() > 1) {
                size -= oldest.next().getValue().proof().size();
                oldest.remove();
            }
        }
    }

    private Optional<ItemProof> draw(RegisteredItem item, List<Redaction> applied, int document, int page) {
        Path folder = folder();
        try (ItemContents contents = opened.open(item, folder)) {
            Treatment treatment = applied.isEmpty() ? new Treatment.Whole() : new Treatment.Redacted(applied);
            ShownTexts texts = new ShownTexts(contents.reading(), treatment.applied(), true);
            return draw(new OpenItem(item, contents, List.of(), treatment, texts), folder, document, page);
        } catch (IOException e) {
            throw new UncheckedIOException("A page could not be drawn", e);
        } finally {
            Produce.discard(folder);
        }
    }

    private Optional<ItemProof> draw(OpenItem open, Path folder, int document, int page) throws IOException {
        List<Leaf> leaves =
                new Assembly.ItemPapers(message, new AttachmentLeaves(OfficeFiles.find("", folder))).of(open);
        if (document < 0 || document >= leaves.size()) {
            return Optional.empty();
        }
        boolean formatted = !open.contents().markup().isEmpty() && open.treatment() instanceof Treatment.Whole;
        List<ItemProof.Document> documents =
                leaves.stream().map(ItemProofs::document).toList();
        return drawn(open, leaves.get(document), page)
                .map(proof -> new ItemProof(documents, document, page, proof, formatted));
    }

    private static ItemProof.Document document(Leaf leaf) {
        return new ItemProof.Document(
                leaf.name(), leaf.attachment().map(file -> file.place()).orElse(""));
    }

    private static Optional<Proof> drawn(OpenItem open, Leaf leaf, int page) throws IOException {
        try {
            return Proof.of(paper(leaf), page);
        } catch (Unpaintable e) {
            try {
                return Proof.of(paper(SlipSheet.instead(open, leaf, String.valueOf(e.getMessage()))), page);
            } catch (Unpaintable again) {
                throw new IOException("A slip sheet could not be drawn", again);
            }
        }
    }

    private static Paper paper(Leaf leaf) {
        return leaf.sheet().paper(NONE);
    }

    private Path folder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(archive.reading()), "proof");
        } catch (IOException e) {
            throw new UncheckedIOException("A folder for temporary files could not be made", e);
        }
    }
}
