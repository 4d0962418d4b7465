package org.muniment.batch.produce;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.Item;
import org.muniment.archive.production.BatesRange;
import org.muniment.archive.production.loadfile.LogRow;
import org.muniment.archive.review.Part;
import org.muniment.archive.review.Part.PeopleField;

/** What a production holds, a line for each document, as its contents have it. For one thread. */
final class Contents {
    private final ZoneId zone;
    private final List<Line> lines = new ArrayList<>();

    /**
     * A document.
     *
     * @param volume of the PDF it is in, from 0
     * @param paper its number there
     * @param month in which its item was received or sent
     * @param parent whether it is a message
     */
    record Line(int volume, int paper, String month, boolean parent, LogRow.Entry entry) {}

    Contents(ZoneId zone) {
        this.zone = zone;
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }

    /** Adds a family; gives its lines. */
    List<Line> add(Family family, int volume) {
        List<Line> added = family.documents().stream()
                .map(document -> line(family, document, volume))
                .toList();
        lines.addAll(added);
        return added;
    }

    private Line line(Family family, SetDocument document, int volume) {
        Item item = family.open().item();
        boolean parent = document == family.parent();
        LogRow.Entry entry = new LogRow.Entry(
                document.pages(),
                document.leaf().type(),
                parent ? Words.shortDay(Words.time(item.dates()), zone) : "",
                parent && !document.leaf().withheld() ? from(family.open()) : "",
                title(family, document));
        return new Line(volume, document.paper(), Words.month(Words.time(item.dates()), zone), parent, entry);
    }

    /** Names without addresses, where nothing of them is hidden. */
    private static String from(OpenItem open) {
        Part from = new Part.People(PeopleField.FROM);
        return open.texts().hides(from)
                ? open.texts().written(from)
                : open.item().people().from().stream()
                        .map(one -> one.name().isEmpty() ? one.address() : one.name())
                        .collect(Collectors.joining("; "));
    }

    private static String title(Family family, SetDocument document) {
        Leaf leaf = document.leaf();
        if (leaf.withheld()) {
            return "Withheld: " + String.join("; ", leaf.sections());
        }
        String words = leaf.attachment().isPresent()
                ? leaf.name()
                : family.open().texts().written(new Part.Subject());
        String missing = leaf.attachment().isPresent() ? "(file without a name)" : "(no subject)";
        return words.isBlank() ? missing : words.strip();
    }

    /** All numbers; empty when nothing was set. */
    Optional<BatesRange> range() {
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new BatesRange(
                        lines.getFirst().entry().pages().first(),
                        lines.getLast().entry().pages().last()));
    }

    /** The numbers of a volume; null when nothing is in it. */
    @Nullable
    BatesRange range(int volume) {
        List<Line> in = lines.stream().filter(line -> line.volume() == volume).toList();
        return in.isEmpty()
                ? null
                : new BatesRange(
                        in.getFirst().entry().pages().first(),
                        in.getLast().entry().pages().last());
    }
}
