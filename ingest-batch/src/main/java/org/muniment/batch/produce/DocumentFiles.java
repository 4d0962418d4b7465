package org.muniment.batch.produce;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.pdf.BundleInfo;
import org.muniment.archive.pdf.BundleWriter;
import org.muniment.archive.pdf.Paper;
import org.muniment.archive.pdf.SetPaper;
import org.muniment.archive.pdf.Stamps;
import org.muniment.archive.pdf.Unpaintable;
import org.muniment.archive.production.BatesNumber;
import org.muniment.archive.production.bundle.PackageFolder;

/** A PDF for each document, named by its first number: for load files. */
final class DocumentFiles implements Binder {
    /** Its folder in a volume. */
    static final String KIND = "PDF";

    private final BundleInfo info;
    private PackageFolder.@Nullable Family family;
    private String file = "";

    /** @param info what each says of itself, but for its title, which is its number */
    DocumentFiles(BundleInfo info) {
        this.info = info;
    }

    @Override
    public void begin(PackageFolder.Family next, long estimate) {
        family = next;
    }

    @Override
    public SetPaper set(BatesNumber first, Paper paper, Stamps stamps) throws IOException, Unpaintable {
        if (family == null) {
            throw new IllegalStateException("A document belongs to a family");
        }
        file = first + ".pdf";
        BundleInfo own = new BundleInfo(first.toString(), info.language(), info.made());
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(family.file(KIND, file)), 1 << 16);
                BundleWriter writer = new BundleWriter(own, out)) {
            SetPaper set = writer.add(paper, stamps);
            writer.finish();
            return set;
        }
    }

    @Override
    public String file() {
        return file;
    }

    @Override
    public void finish(Supplier<Paper> front, Supplier<Paper> back) {
        // Each file is whole already; what stands before and after is for people.
    }

    @Override
    public void close() {
        // nothing is open between documents
    }
}
