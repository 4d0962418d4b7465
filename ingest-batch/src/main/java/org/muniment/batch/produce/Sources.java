package org.muniment.batch.produce;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muniment.archive.Archive;
import org.muniment.archive.item.Item;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.Reading;
import org.muniment.archive.item.reading.StoredItems;
import org.muniment.archive.review.Part;
import org.muniment.archive.review.Part.PeopleField;
import org.muniment.archive.review.PartTexts;
import org.muniment.batch.produce.leak.LeakTest;
import org.muniment.batch.produce.leak.Secret;

/** What the leak test asks of items: read again, and only of those in whose pages something was found. For one thread. */
final class Sources implements LeakTest.Sources {
    private final Archive archive;
    private final Map<ItemId, Treatment> treatments;
    private final Titles titles;
    private final Map<ItemId, List<String>> underAreas;
    private final Map<ItemId, String> visible = new HashMap<>();
    private final String printed;
    private final String chosen;

    /**
     * @param underAreas by item, the words that areas took from its pages
     * @param printed what the program prints of itself into the package
     * @param chosen what people chose to print: what it is about, what was searched
     */
    Sources(
            Archive archive,
            Map<ItemId, Treatment> treatments,
            Titles titles,
            Map<ItemId, List<String>> underAreas,
            String printed,
            String chosen) {
        this.archive = archive;
        this.treatments = treatments;
        this.titles = titles;
        this.underAreas = underAreas;
        this.printed = printed + "\n" + PrintedWords.all();
        this.chosen = chosen;
    }

    /**
     * What must not be found of an item: each passage that is hidden; of a withheld one what it is called, on its own page
     * alone, since answers to it may be shown.
     */
    static List<Secret> secrets(Family family) {
        OpenItem open = family.open();
        ItemId item = open.item().id();
        return switch (open.treatment()) {
            case Treatment.Whole whole -> List.of();
            case Treatment.Redacted redacted ->
                Stream.concat(open.texts().hidden().stream(), underAreas(family).distinct())
                        .map(words -> new Secret(item, words, true))
                        .toList();
            case Treatment.Withheld withheld ->
                Stream.concat(
                                Stream.of(open.item().subject()),
                                open.item().attachments().stream().map(file -> file.name()))
                        .filter(words -> words.strip().length() > 8)
                        .map(words -> new Secret(item, words, false))
                        .toList();
        };
    }

    /** The words that areas took from an item's pages, each as often as it was taken. */
    static Stream<String> underAreas(Family family) {
        return family.documents().stream().flatMap(document -> document.hidden().stream());
    }

    @Override
    public Optional<ItemId> at(String number) {
        return titles.at(number);
    }

    @Override
    public Set<ItemId> titled(String text) {
        return titles.titled(text);
    }

    @Override
    public String visible(ItemId item) {
        return visible.computeIfAbsent(item, this::words);
    }

    private String words(ItemId item) {
        Treatment treatment = treatments.get(item);
        if (treatment == null) {
            return "";
        }
        Reading reading = read(item);
        ShownTexts texts = new ShownTexts(reading, treatment.applied());
        List<Part> parts = new ArrayList<>();
        for (PeopleField field : PeopleField.values()) {
            parts.add(new Part.People(field));
        }
        if (!(treatment instanceof Treatment.Withheld)) {
            PartTexts.of(reading).keySet().stream()
                    .filter(part -> !parts.contains(part))
                    .forEach(parts::add);
        }
        return parts.stream()
                        .map(part ->
                                texts.hidesAreas(part) ? besideAreas(item, texts.written(part)) : texts.written(part))
                        .collect(Collectors.joining("\n"))
                + "\n" + facts(item);
    }

    /** The text of a file without what areas took from its pages: words that stand there more often are still to be seen. */
    private String besideAreas(ItemId item, String text) {
        StringBuilder left = new StringBuilder(text);
        for (String line : underAreas.getOrDefault(item, List.of())) {
            PartTexts.places(left.toString(), line).stream()
                    .findFirst()
                    .ifPresent(place -> left.replace(place.start(), place.end(), "[]"));
        }
        return left.toString();
    }

    /** What the head of a message and its line in a table say besides. */
    private String facts(ItemId id) {
        Item item = archive.items().find(id).orElseThrow().item();
        ZoneId zone = archive.settings().zone();
        List<String> facts = new ArrayList<>();
        for (Instant time : Stream.of(item.dates().sent(), item.dates().received())
                .filter(Objects::nonNull)
                .toList()) {
            facts.add(Words.moment(time, zone) + "\n" + Words.shortDay(time, zone) + "\n" + Words.month(time, zone));
        }
        archive.items().collections(id).forEach(one -> facts.add(one.custodian() + "\n" + one.folder()));
        item.attachments().forEach(file -> facts.add(file.type()));
        return String.join("\n", facts);
    }

    @Override
    public String printed() {
        return printed;
    }

    @Override
    public String chosen() {
        return chosen;
    }

    @Override
    public String natives(ItemId item) {
        return String.join("\n", PartTexts.of(read(item)).values());
    }

    private Reading read(ItemId item) {
        return new StoredItems(archive.objects(), archive.reader(), archive.reading())
                .readWhatIsThere(archive.items().find(item).orElseThrow());
    }
}
