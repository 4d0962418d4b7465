package org.muniment.batch.ingest.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.muniment.archive.item.outlook.OutlookMessage;
import org.muniment.archive.item.outlook.OutlookMime;
import org.muniment.archive.item.reading.Receipt;
import org.muniment.archive.store.Digest;
import org.muniment.archive.store.Spool;
import org.muniment.batch.ingest.FileEntry;
import org.muniment.batch.ingest.ItemSource;
import org.muniment.batch.ingest.KeptFile;
import org.muniment.batch.ingest.Position;
import org.muniment.batch.ingest.RawItem;
import org.muniment.batch.ingest.Reasons;
import org.muniment.batch.ingest.Rejected;
import org.muniment.batch.ingest.eml.EmlFile;
import org.w3c.dom.Element;

/**
 * An export of Outlook for Mac ({@code .olm}): a zip file with an XML file for each message and lists of contacts and
 * appointments. Each becomes a MIME message; the file is kept as their container.
 */
public final class OlmFile {
    private static final long LARGEST_XML = 128L << 20;

    private final FileEntry file;

    public OlmFile(FileEntry file) {
        this.file = file;
    }

    public static boolean is(FileEntry file) {
        if (!file.name().toLowerCase(Locale.ROOT).endsWith(".olm")) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file.file())) {
            byte[] head = in.readNBytes(2);
            return head.length == 2 && head[0] == 'P' && head[1] == 'K';
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Hands over what is in it, behind what was dealt with. */
    public void read(Optional<Position> after, ItemSource.Sink sink) throws InterruptedException {
        try (ZipFile zip = ZipFile.builder().setPath(file.file()).get()) {
            Digest digest = Digest.ofFile(file.file());
            String key = file.key() + "/" + digest.hex().substring(0, 16);
            long reached = after.filter(position -> position.path().equals(key))
                    .map(Position::offset)
                    .orElse(0L);
            sink.accept(KeptFile.of(file, digest, "olm", new Position(key, reached)));
            long ordinal = 0;
            for (ZipArchiveEntry entry : items(zip)) {
                for (Outcome outcome : read(zip, entry)) {
                    if (++ordinal > reached) {
                        hand(outcome, entry, new Position(key, ordinal), digest, sink);
                    }
                }
            }
        } catch (IOException e) {
            sink.accept(new Rejected(
                    file.path(), "this export can't be opened: " + Reasons.of(e), new Position(file.key(), 0)));
            sink.accept(EmlFile.read(file));
        }
    }

    private static List<ZipArchiveEntry> items(ZipFile zip) {
        return Collections.list(zip.getEntries()).stream()
                .filter(entry -> !entry.isDirectory()
                        && entry.getName().toLowerCase(Locale.ROOT).endsWith(".xml"))
                .toList();
    }

    /** What came of one item: a message, or why not. */
    private record Outcome(
            int number, @org.jspecify.annotations.Nullable OutlookMessage message, String reason) {}

    private List<Outcome> read(ZipFile zip, ZipArchiveEntry entry) {
        List<Outcome> found = new ArrayList<>();
        if (entry.getSize() > LARGEST_XML) {
            return List.of(new Outcome(1, null, "larger than " + (LARGEST_XML >> 20) + " MB"));
        }
        try (InputStream in = zip.getInputStream(entry)) {
            for (Element item : OlmXml.items(in.readNBytes((int) LARGEST_XML))) {
                found.add(new Outcome(found.size() + 1, new OlmItem(item, zip, file.spool()).read(), ""));
            }
        } catch (IOException | RuntimeException e) {
            found.add(new Outcome(
                    found.size() + 1,
                    null,
                    "damaged: it can't be read (" + e.getClass().getSimpleName() + ")"));
        }
        return found;
    }

    private void hand(Outcome outcome, ZipArchiveEntry entry, Position position, Digest digest, ItemSource.Sink sink)
            throws InterruptedException {
        String place = file.path() + "!/" + entry.getName() + (outcome.number() > 1 ? "#" + outcome.number() : "");
        OutlookMessage message = outcome.message();
        if (message == null) {
            sink.accept(new Rejected(place, outcome.reason(), position));
            return;
        }
        try {
            Spool mime = OutlookMime.write(message, file.spool());
            sink.accept(new RawItem(place, folder(entry), List.of(), Receipt.NONE, mime, position, digest));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** {@code Accounts/NAME/com.microsoft.__Messages/Inbox/message_00001.xml}: the account's folders. */
    private String folder(ZipArchiveEntry entry) {
        String path = entry.getName().replaceFirst("^.*?com\\.microsoft\\.__[^/]*/", "");
        int slash = path.lastIndexOf('/');
        String inner = slash < 0 ? "" : path.substring(0, slash);
        String outer = file.folder();
        return outer.isEmpty() || inner.isEmpty() ? outer + inner : outer + "/" + inner;
    }
}
