package org.muniment.batch.ingest.apple;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muniment.archive.item.reading.Receipt;
import org.muniment.archive.store.Spool;
import org.muniment.archive.store.SpoolWriter;
import org.muniment.batch.ingest.FileEntry;
import org.muniment.batch.ingest.ItemSource;
import org.muniment.batch.ingest.Position;
import org.muniment.batch.ingest.RawItem;
import org.muniment.batch.ingest.Reasons;
import org.muniment.batch.ingest.Rejected;
import org.muniment.batch.ingest.eml.EmlFile;

/**
 * A message in a file of Apple's Mail ({@code .emlx}): its length in a line, the message byte for byte, then a property
 * list with its marks. The message is what is kept.
 */
public final class EmlxFile {
    private static final Pattern FLAGS = Pattern.compile("<key>flags</key>\\s*<integer>(\\d{1,18})</integer>");
    private static final List<String> BITS =
            List.of("seen", "trashed", "answered", "encrypted", "flagged", "", "draft");
    private static final int LONGEST_LINE = 40;
    private static final int LONGEST_LIST = 1 << 20;

    private EmlxFile() {}

    public static boolean is(FileEntry file) {
        return file.name().toLowerCase(Locale.ROOT).endsWith(".emlx");
    }

    /** Hands over the message; one without a length is kept as the file it is. */
    public static void read(FileEntry file, ItemSource.Sink sink) throws InterruptedException {
        boolean partial = file.name().toLowerCase(Locale.ROOT).endsWith(".partial.emlx");
        if (partial) {
            sink.accept(new Rejected(
                    file.path() + "#attachments",
                    "Apple Mail keeps the attachments of this message in files of their own, in a folder named"
                            + " Attachments; take that folder in too",
                    new Position(file.key(), 0)));
        }
        try (InputStream in = Files.newInputStream(file.file())) {
            long length = length(in);
            if (length < 0 || length > Files.size(file.file())) {
                sink.accept(EmlFile.read(file));
            } else if (length > RawItem.LARGEST) {
                sink.accept(file.rejected(Reasons.TOO_LARGE));
            } else {
                Spool message = message(in, length, file);
                List<String> flags = flags(new String(in.readNBytes(LONGEST_LIST), StandardCharsets.UTF_8), partial);
                sink.accept(new RawItem(file.path(), file.folder(), flags, Receipt.NONE, message, file.done()));
            }
        } catch (IOException e) {
            sink.accept(file.rejected(Reasons.of(e)));
        }
    }

    private static long length(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        int b = in.read();
        while (b >= 0 && b != '\n' && line.length() < LONGEST_LINE) {
            line.append((char) b);
            b = in.read();
        }
        String digits = line.toString().strip();
        return b == '\n' && digits.matches("\\d{1,18}") ? Long.parseLong(digits) : -1;
    }

    private static Spool message(InputStream in, long length, FileEntry file) throws IOException {
        try (SpoolWriter spool = new SpoolWriter(file.spool())) {
            byte[] buffer = new byte[1 << 16];
            long left = length;
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    throw new EOFException();
                }
                spool.write(buffer, 0, read);
                left -= read;
            }
            return spool.finish();
        }
    }

    private static List<String> flags(String list, boolean partial) {
        List<String> found = new ArrayList<>();
        Matcher flags = FLAGS.matcher(list);
        long bits = flags.find() ? Long.parseLong(flags.group(1)) : 0;
        for (int bit = 0; bit < BITS.size(); bit++) {
            if ((bits >> bit & 1) == 1 && !BITS.get(bit).isEmpty()) {
                found.add(BITS.get(bit));
            }
        }
        if (partial) {
            found.add("partial");
        }
        return found.stream().sorted().toList();
    }
}
