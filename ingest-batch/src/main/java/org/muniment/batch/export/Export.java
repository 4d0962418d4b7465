package org.muniment.batch.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.index.Own;
import org.muniment.archive.item.Collection;
import org.muniment.archive.item.Item;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.archive.production.loadfile.SheetWriter;
import org.muniment.archive.schedule.Classification;
import org.muniment.archive.store.ObjectCorrupt;
import org.muniment.archive.store.ObjectMissing;
import org.muniment.archive.store.Spool;
import org.muniment.archive.store.SpoolWriter;

/**
 * Writes items as files that other programs read, one after the other: memory does not grow with their number. Each is proved
 * against its digest before it is written; what can't be written is said in the manifest, and the rest goes on. Safe for many
 * threads.
 */
public final class Export {
    private static final int PAGE = 200;

    private final Archive archive;
    private final @Nullable Own own;

    /** @param own what the reader may know, of own mail; null for whoever may see all of these items */
    public Export(Archive archive, @Nullable Own own) {
        this.archive = archive;
        this.own = own;
    }

    /**
     * Writes items; a table of them is its own manifest, a zip file has it within as {@code manifest.csv}.
     *
     * @param items in the order of the export; of {@link Own} mail, others are left out as if they were not there
     * @param out not closed
     */
    public Exported write(Iterator<ItemId> items, ExportFormat format, OutputStream out) throws IOException {
        return write(items, format, out, OutputStream.nullOutputStream());
    }

    /**
     * Writes items, and beside them the manifest, a table for spreadsheets, where the format has none within.
     *
     * @param manifest closed with it
     */
    public Exported write(Iterator<ItemId> items, ExportFormat format, OutputStream out, OutputStream manifest)
            throws IOException {
        OutputStream to = new BufferedOutputStream(out, 1 << 16);
        Exported made = switch (format) {
            case CSV -> table(items, to, null);
            case MBOX -> mbox(items, to, manifest);
            case ZIP -> zip(items, to);
        };
        to.flush();
        return made;
    }

    private Exported mbox(Iterator<ItemId> items, OutputStream out, OutputStream manifest) throws IOException {
        try (manifest) {
            return table(items, manifest, new MboxPacking(out));
        }
    }

    private Exported zip(Iterator<ItemId> items, OutputStream out) throws IOException {
        Files.createDirectories(archive.reading());
        Path manifest = Files.createTempFile(archive.reading(), "manifest", ".csv");
        ZipOutputStream zip = new ZipOutputStream(out);
        try {
            Exported made;
            try (OutputStream rows = Files.newOutputStream(manifest)) {
                made = table(items, rows, new ZipPacking(zip, archive.settings().zone()));
            }
            zip.putNextEntry(new ZipEntry("manifest.csv"));
            Files.copy(manifest, zip);
            zip.closeEntry();
            zip.finish();
            return made;
        } finally {
            Files.delete(manifest);
        }
    }

    private Exported table(Iterator<ItemId> items, OutputStream out, @Nullable Packing packing) throws IOException {
        SheetWriter sheet = new SheetWriter(out, ManifestRow.COLUMNS);
        long written = 0;
        long leftOut = 0;
        while (items.hasNext()) {
            for (ManifestRow row : page(items, packing)) {
                sheet.write(row.fields());
                written += row.isLeftOut() ? 0 : 1;
                leftOut += row.isLeftOut() ? 1 : 0;
            }
        }
        sheet.flush();
        return new Exported(written, leftOut);
    }

    private List<ManifestRow> page(Iterator<ItemId> items, @Nullable Packing packing) throws IOException {
        List<ItemId> ids = new ArrayList<>();
        while (ids.size() < PAGE && items.hasNext()) {
            ids.add(items.next());
        }
        Map<ItemId, List<Collection>> collections = archive.items().collections(ids);
        Map<ItemId, Classification> classes =
                archive.retention().classifications().find(ids);
        List<ManifestRow> rows = new ArrayList<>();
        for (RegisteredItem row : archive.items().find(ids)) {
            Item item = row.item();
            List<Collection> taken = collections.getOrDefault(item.id(), List.of());
            if (own == null || own.sees(row.item().id(), taken)) {
                rows.add(row(item, taken, classes.get(item.id()), packing));
            }
        }
        return rows;
    }

    private ManifestRow row(
            Item item, List<Collection> taken, @Nullable Classification classification, @Nullable Packing packing)
            throws IOException {
        String file = "";
        String note = "";
        try {
            file = packing == null ? "" : add(item, packing);
        } catch (Packing.LeftOut | ObjectMissing | ObjectCorrupt why) {
            note = "not in the export: " + why.getMessage();
        }
        return own == null
                ? new ManifestRow(
                        item,
                        taken,
                        classification,
                        file,
                        note,
                        archive.settings().zone())
                : new ManifestRow(
                        own.shown(item),
                        own.shown(taken),
                        classification,
                        file,
                        note,
                        archive.settings().zone());
    }

    private String add(Item item, Packing packing) throws IOException, Packing.LeftOut {
        try (Spool bytes = bytes(item)) {
            return packing.add(item, BytesKind.of(bytes), bytes);
        }
    }

    /** A name for an item's file that every system takes and no other item has. */
    public static String fileName(Item item, BytesKind kind, ZoneId zone) {
        return ZipPacking.name(item, kind, zone);
    }

    /**
     * An item's bytes, proved; of own mail that came from a journal, the message as it was delivered.
     *
     * @throws ObjectMissing when there is no object
     * @throws ObjectCorrupt when it is not what was collected
     */
    public Spool bytes(Item item) throws IOException {
        try (InputStream in = archive.objects().open(item.digest());
                SpoolWriter copy = new SpoolWriter(archive.reading())) {
            in.transferTo(copy);
            Spool all = copy.finish();
            return own == null || own.wrote(item) ? all : delivered(all);
        }
    }

    private Spool delivered(Spool all) throws IOException {
        try (all;
                SpoolWriter message = new SpoolWriter(archive.reading())) {
            archive.reader().delivered(all, message);
            return message.finish();
        }
    }
}
