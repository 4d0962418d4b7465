package org.muniment.batch.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.attribute.FileTime;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.muniment.archive.item.Item;
import org.muniment.archive.store.Spool;

/** A zip file with an entry for each item: its bytes as they are, under a name that every system takes. */
final class ZipPacking implements Packing {
    private static final int LONGEST = 60;

    private final ZipOutputStream zip;
    private final ZoneId zone;

    ZipPacking(ZipOutputStream zip, ZoneId zone) {
        this.zip = zip;
        this.zone = zone;
    }

    @Override
    public String add(Item item, BytesKind kind, Spool bytes) throws IOException {
        String name = name(item, kind, zone);
        ZipEntry entry = new ZipEntry("items/" + name);
        Instant time = time(item);
        if (time != null && time.isAfter(Instant.EPOCH)) {
            entry.setLastModifiedTime(FileTime.from(time));
        }
        zip.putNextEntry(entry);
        try (InputStream in = bytes.open()) {
            in.transferTo(zip);
        }
        zip.closeEntry();
        return entry.getName();
    }

    /** The day, the subject's plain letters and digits, and the item's id, which no other has. */
    static String name(Item item, BytesKind kind, ZoneId zone) {
        Instant time = time(item);
        String day = time == null ? "undated" : time.atZone(zone).toLocalDate().toString();
        String words = Normalizer.normalize(item.subject(), Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String cut = words.substring(0, Math.min(words.length(), LONGEST));
        return day + "_" + (cut.isEmpty() ? "item" : cut) + "_" + item.id() + "." + kind.suffix();
    }

    private static @org.jspecify.annotations.Nullable Instant time(Item item) {
        return item.dates().received() == null
                ? item.dates().sent()
                : item.dates().received();
    }
}
