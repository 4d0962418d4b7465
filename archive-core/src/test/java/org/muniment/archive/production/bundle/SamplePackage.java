package org.muniment.archive.production.bundle;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.muniment.archive.Catalogues;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.production.BatesNumber;
import org.muniment.archive.production.BatesRange;
import org.muniment.archive.production.Built;
import org.muniment.archive.production.Disclosed;
import org.muniment.archive.production.Disclosure;
import org.muniment.archive.production.Production;
import org.muniment.archive.production.ProductionDesk;
import org.muniment.archive.production.ProductionFormat;
import org.muniment.archive.production.ProductionOrder;
import org.muniment.archive.production.loadfile.DatDialect;
import org.muniment.archive.production.loadfile.DatWriter;
import org.muniment.archive.production.loadfile.DocumentRow;
import org.muniment.archive.production.loadfile.LoadField;
import org.muniment.archive.production.loadfile.Log;
import org.muniment.archive.production.loadfile.LogRow;
import org.muniment.archive.production.loadfile.LogWriter;
import org.muniment.archive.production.loadfile.OptLine;
import org.muniment.archive.production.loadfile.OptWriter;
import org.muniment.archive.store.Digest;

/** Makes small productions as a job would: three documents in two families, on five pages. */
final class SamplePackage implements AutoCloseable {
    static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

    final ProductionDesk desk;
    final PackageSeal seal;

    SamplePackage(Path folder, TimeStamps authority) {
        this.desk = ProductionDesk.open(Catalogues.sqlite(folder), folder);
        this.seal = new PackageSeal(desk.ledger(), authority);
    }

    /** Orders, builds, notes and seals one. */
    Path make(Path target, ProductionFormat format) throws IOException {
        Production draft = order(format);
        BatesNumber first = reserve(draft);
        PackageFolder folder = filled(target, format, first);
        PackageSeal.Closed closed = seal.close(folder, facts(draft, first));
        note(draft, first, closed);
        return seal.finish(folder, draft.id());
    }

    /** Builds one again that was noted before. */
    Path again(Path target, Production production) throws IOException {
        BatesNumber first = reserve(production);
        ProductionFormat format = production.order().format();
        PackageFolder folder = filled(target, format, first);
        PackageSeal.Closed closed = seal.close(folder, facts(production, first));
        note(production, first, closed);
        return seal.finish(folder, production.id());
    }

    Production order(ProductionFormat format) {
        return desk.inTransaction(() -> desk.productions()
                .draft(new ProductionOrder(
                        "R7: \"mensajes\" de José, 日本, \"manifest\":{\"sha256\"",
                        format,
                        "CUSD",
                        "subject:pool",
                        ProductionDesk.ORTIZ,
                        ProductionDesk.NOON,
                        null)));
    }

    BatesNumber reserve(Production draft) {
        return desk.inTransaction(() -> desk.productions().reserve(draft.id()));
    }

    Production note(Production draft, BatesNumber first, PackageSeal.Closed closed) {
        Digest item = Digest.of("item".getBytes(StandardCharsets.UTF_8));
        Built built = new Built(
                new BatesRange(first, first.plus(4)),
                3,
                closed.file(),
                closed.manifest(),
                List.of(),
                List.of(new Disclosed(ItemId.of(item), Disclosure.WHOLE, null, new BatesRange(first, first.plus(4)))),
                closed.timeStamp());
        return desk.inTransaction(() -> desk.productions().built(draft.id(), built, ProductionDesk.NOON));
    }

    static PackageFacts facts(Production production, BatesNumber first) {
        return new PackageFacts(
                production,
                "Clovis Unified School District",
                ZONE,
                412,
                new TreeMap<>(Map.of("responsive", 2L)),
                3,
                new BatesRange(first, first.plus(4)),
                List.of(),
                new TreeMap<>(Map.of("muniment", "0.1.0", "schedule", "3")));
    }

    static PackageFolder filled(Path target, ProductionFormat format, BatesNumber first) throws IOException {
        PackageFolder folder = PackageFolder.begin(target, format, 1000);
        List<DocumentRow> rows = families(folder, first);
        try (LogWriter log =
                new LogWriter(out(folder.file(PackagePath.of("LOGS", Log.WITHHELD.file()))), Log.WITHHELD)) {
            log.write(new LogRow.Withheld(
                    1,
                    new BatesRange(first, first),
                    "",
                    "Email",
                    "",
                    "",
                    "Advice",
                    "7927.705",
                    true,
                    first.toString()));
        }
        if (format == ProductionFormat.PDF) {
            Files.writeString(folder.file(PackagePath.of("PDF", "PR1.pdf")), "%PDF-1.7 not really");
        } else {
            tables(folder, rows);
        }
        return folder;
    }

    private static List<DocumentRow> families(PackageFolder folder, BatesNumber first) throws IOException {
        PackageFolder.Family one = folder.family();
        Files.writeString(one.file("TEXT", first + ".txt"), "x".repeat(500));
        String sheet = PackagePath.nativeName(first.plus(2), "Budget.XLSX");
        Files.writeString(one.file("NATIVES", sheet), "y".repeat(400));
        String volume = one.settle();
        PackageFolder.Family two = folder.family();
        Files.writeString(two.file("TEXT", first.plus(3) + ".txt"), "z".repeat(300));
        String next = two.settle();
        return List.of(
                row(first, 2, volume).with(LoadField.TEXTLINK, link(volume, "TEXT", first + ".txt")),
                row(first.plus(2), 1, volume).with(LoadField.NATIVELINK, link(volume, "NATIVES", sheet)),
                row(first.plus(3), 2, next).with(LoadField.TEXTLINK, link(next, "TEXT", first.plus(3) + ".txt")));
    }

    private static DocumentRow row(BatesNumber first, int pages, String volume) {
        return DocumentRow.of(new BatesRange(first, first.plus(pages - 1L))).with(LoadField.PRODVOLUME, volume);
    }

    private static String link(String volume, String kind, String name) {
        return PackagePath.of(volume, kind, name).link();
    }

    private static void tables(PackageFolder folder, List<DocumentRow> rows) throws IOException {
        try (DatWriter dat =
                        new DatWriter(out(folder.file(PackagePath.of("DATA", "PR1.dat"))), DatDialect.CONCORDANCE);
                OptWriter opt = new OptWriter(out(folder.file(PackagePath.of("DATA", "PR1.opt"))))) {
            for (DocumentRow row : rows) {
                dat.write(row);
                BatesNumber first = BatesNumber.parse(row.get(LoadField.BEGBATES));
                long pages = Long.parseLong(row.get(LoadField.PAGECOUNT));
                for (long page = 0; page < pages; page++) {
                    String volume = row.get(LoadField.PRODVOLUME);
                    String name = first.plus(page) + ".tif";
                    Files.writeString(folder.file(PackagePath.of(volume, "IMAGES", name)), "page " + name);
                    opt.write(
                            new OptLine(first.plus(page), volume, link(volume, "IMAGES", name), page == 0 ? pages : 0));
                }
            }
        }
    }

    private static OutputStream out(Path file) throws IOException {
        return Files.newOutputStream(file);
    }

    @Override
    public void close() {
        desk.close();
    }
}
