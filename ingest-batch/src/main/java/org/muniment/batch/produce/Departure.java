package org.muniment.batch.produce;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muniment.archive.Archive;
import org.muniment.archive.hold.HoldId;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.pdf.Block;
import org.muniment.archive.pdf.Paper;
import org.muniment.archive.schedule.Classification;
import org.muniment.archive.schedule.RecordClass;

/** The summary for the supervisor of someone who left: how much of what class there is in each month, and what is held. */
final class Departure implements Tables {
    private final Archive archive;
    private final ZoneId zone;
    private final Map<String, Month> months = new LinkedHashMap<>();
    private final Month all = new Month();

    private static final class Month {
        private final Map<RecordClass, Long> classes = new EnumMap<>(RecordClass.class);
        private long items;
        private long unclassified;
        private long held;

        void add(Optional<Classification> classification, boolean isHeld) {
            items++;
            held += isHeld ? 1 : 0;
            classification.ifPresentOrElse(
                    one -> classes.merge(one.recordClass(), 1L, Long::sum), () -> unclassified++);
        }

        List<String> cells(String name) {
            List<String> cells = new ArrayList<>(List.of(name, Long.toString(items)));
            for (RecordClass one : RecordClass.values()) {
                cells.add(Long.toString(classes.getOrDefault(one, 0L)));
            }
            cells.add(Long.toString(held));
            return cells;
        }
    }

    Departure(Archive archive) {
        this.archive = archive;
        this.zone = archive.settings().zone();
    }

    @Override
    public void add(Family family) {
        ItemId item = family.open().item().id();
        Set<HoldId> holds = archive.caughtItems().holdsOf(List.of(item)).getOrDefault(item, Set.of());
        Optional<Classification> classification =
                archive.retention().classifications().find(item);
        String month = Words.month(Words.time(family.open().item().dates()), zone);
        months.computeIfAbsent(month, any -> new Month()).add(classification, !holds.isEmpty());
        all.add(classification, !holds.isEmpty());
    }

    /** The page, with the letter's facts above it. */
    Paper page(String agency, List<Block.Fact> facts) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(1, agency));
        blocks.add(new Block.Facts(facts));
        blocks.add(new Block.Heading(2, "For the supervisor"));
        blocks.add(
                new Block.Paragraph("These are all items the archive has from this mailbox. Class 1 records are kept "
                        + "for good, Class 2 until somebody reclassifies them, Class 3 until their time has come (5 CCR 16022). What is "
                        + "held is kept whatever its class, until the hold is released. Please tell the records office of any item "
                        + "that should be Class 1 or 2 and is not."));
        blocks.add(new Block.Table(columns(), rows(), Block.Print.NORMAL));
        if (all.unclassified > 0) {
            blocks.add(new Block.Paragraph(Words.count(all.unclassified, "item is", "items are")
                    + " not classified: no schedule was in force."));
        }
        return new Paper.Flow("Summary", 1, blocks);
    }

    private static List<Block.Column> columns() {
        return List.of(
                Block.Column.words("Month", 2),
                Block.Column.numbers("Items", 1),
                Block.Column.numbers("Class 1", 1),
                Block.Column.numbers("Class 2", 1),
                Block.Column.numbers("Class 3", 1),
                Block.Column.numbers("Held", 1));
    }

    private List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        months.forEach((name, month) -> rows.add(month.cells(name)));
        rows.add(all.cells("All"));
        return rows;
    }

    @Override
    public void close() {
        // nothing is open
    }
}
