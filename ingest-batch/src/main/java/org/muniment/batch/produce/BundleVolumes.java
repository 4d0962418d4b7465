package org.muniment.batch.produce;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.muniment.archive.pdf.BundleInfo;
import org.muniment.archive.pdf.BundleWriter;
import org.muniment.archive.pdf.Paper;
import org.muniment.archive.pdf.SetPaper;
import org.muniment.archive.pdf.Stamp;
import org.muniment.archive.pdf.Stamps;
import org.muniment.archive.pdf.Unpaintable;
import org.muniment.archive.production.BatesNumber;
import org.muniment.archive.production.bundle.PackageFolder;
import org.muniment.archive.production.bundle.PackagePath;

/** One PDF for people to read, or several where it grows too large; a family is always in one. */
final class BundleVolumes implements Binder {
    private final PackageFolder folder;
    private final BundleInfo info;
    private final String name;
    private final long largest;
    private final IntFunction<Paper> contents;
    private final List<Volume> volumes = new ArrayList<>();

    /** A file that is being written. The first stays open to the end: its cover tells of all of them. */
    private record Volume(BundleWriter writer, Counting out, String file) {}

    /**
     * @param name of the files, without what parts them
     * @param largest bytes of a file
     * @param contents the contents of a volume, from 0, set when nothing more comes into it
     */
    BundleVolumes(PackageFolder folder, BundleInfo info, String name, long largest, IntFunction<Paper> contents) {
        this.folder = folder;
        this.info = info;
        this.name = name;
        this.largest = largest;
        this.contents = contents;
    }

    @Override
    public void begin(PackageFolder.Family family, long estimate) throws IOException {
        if (volumes.isEmpty() || volumes.getLast().out().written() + estimate > largest) {
            if (volumes.size() > 1) {
                end(volumes.size() - 1);
            }
            open();
        }
    }

    /** From 0. */
    int volume() {
        return volumes.size() - 1;
    }

    private void open() throws IOException {
        String file = String.format(java.util.Locale.ROOT, "%s-%03d.pdf", name, volumes.size() + 1);
        Counting out = new Counting(new BufferedOutputStream(
                Files.newOutputStream(folder.file(PackagePath.of(DocumentFiles.KIND, file))), 1 << 16));
        volumes.add(new Volume(new BundleWriter(info, out), out, file));
    }

    private void end(int volume) throws IOException {
        Volume done = volumes.get(volume);
        front(done.writer(), contents.apply(volume));
        done.writer().finish();
        done.writer().close();
        done.out().close();
    }

    @Override
    public SetPaper set(BatesNumber first, Paper paper, Stamps stamps) throws IOException, Unpaintable {
        return volumes.getLast().writer().add(paper, stamps);
    }

    @Override
    public String file() {
        return volumes.getLast().file();
    }

    @Override
    public void finish(Supplier<Paper> front, Supplier<Paper> back) throws IOException {
        if (volumes.isEmpty()) {
            open();
        }
        front(volumes.getFirst().writer(), front.get());
        try {
            volumes.getLast().writer().add(back.get(), new Lettered("Log"));
        } catch (Unpaintable e) {
            throw new IllegalStateException("The log could not be set", e);
        }
        if (volumes.size() > 1) {
            end(volumes.size() - 1);
        }
        end(0);
    }

    private static void front(BundleWriter writer, Paper paper) throws IOException {
        try {
            writer.front(paper, new Lettered(paper.title()));
        } catch (Unpaintable e) {
            throw new IllegalStateException("The front pages could not be set", e);
        }
    }

    @Override
    public void close() throws IOException {
        for (Volume volume : volumes) {
            volume.writer().close();
            volume.out().close();
        }
    }

    /** Pages that are no records have no Bates numbers: {@code Log 1}. */
    private static final class Lettered implements Stamps {
        private final String words;
        private int page;

        Lettered(String words) {
            this.words = words;
        }

        @Override
        public Stamp next() {
            return new Stamp(words + " " + ++page, "");
        }
    }

    private static final class Counting extends FilterOutputStream {
        private long written;

        Counting(OutputStream out) {
            super(out);
        }

        long written() {
            return written;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            written++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            Objects.requireNonNull(out).write(bytes, offset, length);
            written += length;
        }
    }
}
