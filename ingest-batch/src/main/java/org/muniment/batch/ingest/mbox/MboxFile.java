package org.muniment.batch.ingest.mbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.muniment.archive.item.reading.Receipt;
import org.muniment.archive.store.Spool;
import org.muniment.batch.ingest.Entry;
import org.muniment.batch.ingest.FileEntry;
import org.muniment.batch.ingest.ItemSource;
import org.muniment.batch.ingest.Position;
import org.muniment.batch.ingest.RawItem;
import org.muniment.batch.ingest.Reasons;
import org.muniment.batch.ingest.Rejected;

/** A file of many messages, also gzipped. */
public final class MboxFile {
    private final FileEntry file;

    public MboxFile(FileEntry file) {
        this.file = file;
    }

    /**
     * Whether a file is an mbox: it begins with a From line, and its name says so or a second message follows. A single
     * message that somebody saved with its From line is kept as the file it is.
     */
    public static boolean is(FileEntry file) {
        String name = file.name().toLowerCase(Locale.ROOT);
        if (name.endsWith(".eml")) {
            return false;
        }
        try (InputStream in = open(file.file())) {
            Lines lines = new Lines(in, 0);
            if (!lines.next() || !lines.startsWith(Quoting.FROM, 0) || !FromLine.is(lines.text(), lines.ahead())) {
                return false;
            }
            return name.matches(".*\\.mbo?x(\\.gz)?|mbox(\\.gz)?") || holdsAnother(lines);
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static boolean holdsAnother(Lines lines) throws IOException {
        boolean blank = false;
        while (lines.next()) {
            if (blank && lines.startsWith(Quoting.FROM, 0) && FromLine.is(lines.text(), lines.ahead())) {
                return true;
            }
            blank = lines.isBlank();
        }
        return false;
    }

    /** Hands over the messages from an offset on. */
    public void read(long from, ItemSource.Sink sink) throws InterruptedException {
        long reached = from;
        try (InputStream in = open(file.file())) {
            in.skipNBytes(from);
            MboxSplitter splitter = new MboxSplitter(in, from, file.spool());
            for (Optional<Fragment> next = splitter.next(); next.isPresent(); next = splitter.next()) {
                Fragment fragment = next.orElseThrow();
                reached = fragment.end();
                if (!isNothing(fragment)) {
                    sink.accept(entry(fragment));
                }
            }
        } catch (IOException e) {
            sink.accept(new Rejected(
                    file.path() + "#" + reached, Reasons.of(e) + "; what follows from here is missing", file.done()));
        }
    }

    /** Empty lines in front of the first From line are no message. */
    private static boolean isNothing(Fragment fragment) {
        return fragment.fromLine().length == 0 && fragment.message().size() == 0;
    }

    private Entry entry(Fragment fragment) {
        String place = file.path() + "#" + fragment.offset();
        Position position = new Position(file.key(), fragment.end());
        Spool message = fragment.message();
        if (message.size() > RawItem.LARGEST) {
            message.close();
            return new Rejected(place, Reasons.TOO_LARGE, position);
        }
        String fromLine = new String(fragment.fromLine(), StandardCharsets.ISO_8859_1);
        Receipt receipt = new Receipt(null, FromLine.time(fromLine).orElse(null));
        GmailLabels labels = GmailLabels.of(message);
        return new RawItem(place, labels.folder(folder()), labels.flags(), receipt, message, position);
    }

    private String folder() {
        String folder = file.folder();
        return (folder.isEmpty() ? "" : folder + "/") + file.name().replaceFirst("(?i)(\\.mbo?x)?(\\.gz)?$", "");
    }

    private static InputStream open(Path file) throws IOException {
        boolean zipped;
        try (InputStream in = Files.newInputStream(file)) {
            byte[] magic = in.readNBytes(2);
            zipped = magic.length == 2 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b;
        }
        InputStream in = Files.newInputStream(file);
        return zipped ? new GZIPInputStream(in, 1 << 16) : in;
    }
}
