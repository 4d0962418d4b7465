package org.muniment.archive.item.outlook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.EntryUtils;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.muniment.archive.item.outlook.OutlookAttachment.Content;
import org.muniment.archive.store.Spool;

/** One attachment in a {@code .msg} file: bytes, a message, an OLE object, or a link (MS-OXCMSG 2.2.2). */
final class MsgAttachment {
    private static final String DATA = "__substg1.0_3701000D";
    private static final int EMBEDDED = 5;

    private final DirectoryEntry storage;
    private final Properties properties;

    MsgAttachment(DirectoryEntry storage, String charset) {
        this.storage = storage;
        this.properties = new Properties(storage, 8, charset);
    }

    /** @param embedded reads a message in its own storage */
    OutlookAttachment read(Function<DirectoryEntry, Content> embedded) throws IOException {
        Content content = content(embedded);
        return new OutlookAttachment(
                name(), properties.text(0x370E).toLowerCase(Locale.ROOT), properties.text(0x3712), content);
    }

    private String name() {
        return Stream.of(0x3707, 0x3704, 0x3001)
                .map(properties::text)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }

    private Content content(Function<DirectoryEntry, Content> embedded) throws IOException {
        Optional<byte[]> bytes = properties.bytes(0x3701);
        if (bytes.isPresent()) {
            return new OutlookAttachment.Bytes(Spool.of(bytes.get()));
        }
        if (storage.hasEntryCaseInsensitive(DATA)
                && storage.getEntryCaseInsensitive(DATA) instanceof DirectoryEntry inner) {
            boolean message = properties.number(0x3705, 1) == EMBEDDED
                    || inner.hasEntryCaseInsensitive("__properties_version1.0");
            return message ? embedded.apply(inner) : new OutlookAttachment.Bytes(Spool.of(ole(inner)));
        }
        return Stream.of(0x370D, 0x3708)
                .map(properties::text)
                .filter(text -> !text.isBlank())
                .findFirst()
                .<Content>map(OutlookAttachment.Link::new)
                .orElseGet(() -> new OutlookAttachment.Missing("the file does not hold it"));
    }

    /** An object of another program, as a file that this program could open. */
    private static byte[] ole(DirectoryEntry object) throws IOException {
        try (POIFSFileSystem file = new POIFSFileSystem()) {
            EntryUtils.copyNodes(object, file.getRoot());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            file.writeFilesystem(out);
            return out.toByteArray();
        }
    }
}
