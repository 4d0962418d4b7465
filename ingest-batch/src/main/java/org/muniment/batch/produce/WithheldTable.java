package org.muniment.batch.produce;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.muniment.archive.item.Item;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.production.bundle.PackageFolder;
import org.muniment.archive.production.bundle.PackagePath;
import org.muniment.archive.production.loadfile.Log;
import org.muniment.archive.production.loadfile.LogRow;
import org.muniment.archive.production.loadfile.LogWriter;
import org.muniment.archive.review.Coding;
import org.muniment.archive.review.WithholdingLog;

/** The log of what is withheld or redacted, as a table and for its page. */
final class WithheldTable implements Tables {
    private final LogWriter log;
    private final Map<ItemId, Coding> codings;
    private final ZoneId zone;
    private final List<LogRow.Withheld> rows = new ArrayList<>();

    /** @param kind the withholding log, or a court's privilege log */
    WithheldTable(PackageFolder folder, Log kind, Map<ItemId, Coding> codings, ZoneId zone) throws IOException {
        this.log = new LogWriter(
                new BufferedOutputStream(Files.newOutputStream(folder.file(PackagePath.of("LOGS", kind.file())))),
                kind);
        this.codings = codings;
        this.zone = zone;
    }

    List<LogRow.Withheld> rows() {
        return List.copyOf(rows);
    }

    @Override
    public void add(Family family) throws IOException {
        Item item = family.open().item();
        Treatment treatment = family.open().treatment();
        if (treatment instanceof Treatment.Whole) {
            return;
        }
        for (WithholdingLog.Row row :
                WithholdingLog.of(List.of(item), codings, Map.of(item.id(), treatment.applied()), zone)) {
            LogRow.Withheld line = new LogRow.Withheld(
                    rows.size() + 1,
                    family.pages(),
                    row.date(),
                    row.type(),
                    row.author(),
                    row.recipients(),
                    row.description(),
                    row.basis(),
                    !row.withheld(),
                    family.pages().first().toString());
            rows.add(line);
            log.write(line);
        }
    }

    @Override
    public void close() throws IOException {
        log.close();
    }
}
