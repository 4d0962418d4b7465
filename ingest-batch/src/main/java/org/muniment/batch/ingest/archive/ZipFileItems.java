package org.muniment.batch.ingest.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.muniment.batch.ingest.FileEntry;
import org.muniment.batch.ingest.FileItems;
import org.muniment.batch.ingest.ItemSource;
import org.muniment.batch.ingest.Position;
import org.muniment.batch.ingest.Rejected;
import org.muniment.batch.ingest.eml.EmlFile;

/**
 * A zip file (also ZIP64), read by what is in it: mail, files of many messages, Outlook's files, zip files. So are exports of
 * Google Takeout and Vault. Each file in it is unpacked to a temporary one and read like a file in a folder; its place is
 * {@code mail.zip!/folder/file}. What unfolds beyond all measure is named and left.
 */
public final class ZipFileItems {
    private static final int DEEPEST = 5;
    /** Text shrinks to a tenth, a mailbox of the same newsletter to a fiftieth; beyond that it is a bomb. */
    private static final long RATIO = 200;

    private static final long ALWAYS = 256L << 20;

    private final FileEntry file;
    private final int depth;
    private long unpacked;

    /** @param depth in how many archive files it is */
    public ZipFileItems(FileEntry file, int depth) {
        this.file = file;
        this.depth = depth;
    }

    /** By its name and its first bytes: documents of office programs are such files too, and stay whole. */
    public static boolean is(FileEntry file) {
        if (!file.name().toLowerCase(Locale.ROOT).endsWith(".zip")) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file.file())) {
            byte[] head = in.readNBytes(4);
            return head.length == 4 && head[0] == 'P' && head[1] == 'K' && (head[2] == 3 || head[2] == 5);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Hands over what is in it, in the order of its directory, behind what was dealt with. */
    public void read(Optional<Position> after, ItemSource.Sink sink) throws InterruptedException {
        if (depth >= DEEPEST) {
            sink.accept(new Rejected(
                    file.path(), "archives in archives, too deep to be opened; it is kept as it is", start()));
            sink.accept(EmlFile.read(file));
            return;
        }
        try (ZipFile zip =
                ZipFile.builder().setPath(file.file()).setCharset("IBM437").get()) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
            int number = 0;
            for (ZipArchiveEntry entry : entries) {
                String key = String.format(Locale.ROOT, "%s/%09d", file.key(), ++number);
                boolean past = after.isPresent() && after.get().isPast(key);
                if (!entry.isDirectory() && !past) {
                    member(zip, entry, key, after, sink);
                }
            }
        } catch (IOException e) {
            damaged(e, sink);
        }
    }

    private Position start() {
        return new Position(file.key(), 0);
    }

    /** What can't be opened at all is kept as one item, and said. */
    private void damaged(IOException e, ItemSource.Sink sink) throws InterruptedException {
        sink.accept(new Rejected(
                file.path(),
                "this zip file can't be opened: it is damaged or cut off ("
                        + e.getClass().getSimpleName() + ")",
                start()));
        sink.accept(EmlFile.read(file));
    }

    private void member(ZipFile zip, ZipArchiveEntry entry, String key, Optional<Position> after, ItemSource.Sink sink)
            throws InterruptedException {
        String place = file.path() + "!/" + name(entry);
        if (!zip.canReadEntryData(entry)) {
            String why = entry.getGeneralPurposeBit().usesEncryption()
                    ? "password-protected: unpack it with its password and take the files in"
                    : "packed in a way that can't be unpacked";
            sink.accept(new Rejected(place, why, Position.done(key)));
            return;
        }
        Path target = null;
        try {
            Files.createDirectories(file.spool());
            target = Files.createTempFile(file.spool(), "spool", ".tmp");
            if (unpack(zip, entry, target)) {
                FileEntry inner = new FileEntry(target, place, key, file.spool(), true);
                new FileItems(after, sink, depth + 1).read(inner);
            } else {
                sink.accept(
                        new Rejected(place, "it unfolds to many times its size, like a zip bomb", Position.done(key)));
            }
        } catch (IOException | RuntimeException e) {
            throwIfOurs(e);
            sink.accept(new Rejected(place, "damaged: it can't be unpacked", Position.done(key)));
        } finally {
            discard(target);
        }
    }

    /** Only what the packed bytes cause is said of them. */
    private static void throwIfOurs(Exception e) {
        if (e instanceof RuntimeException ours && !(e instanceof IllegalArgumentException)) {
            throw ours;
        }
    }

    private static void discard(@org.jspecify.annotations.Nullable Path target) {
        try {
            if (target != null) {
                Files.deleteIfExists(target);
            }
        } catch (IOException e) {
            target.toFile().deleteOnExit();
        }
    }

    /** The path in it, without steps that lead out of it. */
    private static String name(ZipArchiveEntry entry) {
        return entry.getName()
                .replace('\\', '/')
                .replaceAll("(^|/)(\\.{0,2}/)+", "$1")
                .replace("\0", "");
    }

    private boolean unpack(ZipFile zip, ZipArchiveEntry entry, Path target) throws IOException {
        long most = Math.max(ALWAYS, Files.size(file.file()) * RATIO) - unpacked;
        try (InputStream in = zip.getInputStream(entry);
                OutputStream out = Files.newOutputStream(target)) {
            byte[] buffer = new byte[1 << 16];
            long size = 0;
            int read = in.read(buffer);
            while (read >= 0 && size <= most) {
                write(out, buffer, read);
                size += read;
                read = in.read(buffer);
            }
            boolean fits = size <= most;
            unpacked += fits ? size : 0;
            return fits;
        }
    }

    /** A disk that is full says nothing about the file. */
    private static void write(OutputStream out, byte[] buffer, int length) {
        try {
            out.write(buffer, 0, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
