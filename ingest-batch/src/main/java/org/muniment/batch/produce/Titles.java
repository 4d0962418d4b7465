package org.muniment.batch.produce;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.production.BatesNumber;

/** Which item stands where: by number, and by what bookmarks call it. For the test that looks for what leaked. */
final class Titles implements Tables {
    /** What the alternate text of a set page adds to its title. */
    private static final Pattern PAGE = Pattern.compile(", page \\d+ of \\d+$");

    private final TreeMap<BatesNumber, ItemId> pages = new TreeMap<>();
    private final Map<String, Set<ItemId>> titles = new HashMap<>();

    @Override
    public void add(Family family) {
        ItemId item = family.open().item().id();
        pages.put(family.pages().first(), item);
        for (SetDocument document : family.documents()) {
            title(document.title(), item);
            title(document.leaf().name(), item);
        }
    }

    private void title(String title, ItemId item) {
        if (!title.isBlank()) {
            titles.computeIfAbsent(title.strip(), any -> new HashSet<>()).add(item);
        }
    }

    /** The item on a page; empty numbers and those of other prefixes are on none. */
    java.util.Optional<ItemId> at(String number) {
        try {
            return java.util.Optional.ofNullable(pages.floorEntry(BatesNumber.parse(number)))
                    .map(Map.Entry::getValue);
        } catch (IllegalArgumentException e) {
            return java.util.Optional.empty();
        }
    }

    /** The items that a bookmark, a name or an alternate text speaks of. */
    Set<ItemId> titled(String text) {
        String bare = text.strip();
        String whole = PAGE.matcher(bare).replaceFirst("");
        return Stream.of(bare, whole, whole.replaceFirst("^Picture ", "").strip())
                .map(title -> titles.getOrDefault(title, Set.of()))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(Set.of());
    }

    @Override
    public void close() {
        // nothing is open
    }
}
