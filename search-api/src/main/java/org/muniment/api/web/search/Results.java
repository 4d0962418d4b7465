package org.muniment.api.web.search;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.muniment.api.search.FoundPage;
import org.muniment.api.search.FoundRow;
import org.muniment.api.search.Pages;
import org.muniment.api.search.SeenItem;
import org.muniment.api.web.items.Place;
import org.muniment.archive.Archive;
import org.muniment.archive.hold.HoldId;
import org.muniment.archive.hold.LegalHold;
import org.muniment.archive.index.Highlighter;
import org.muniment.archive.index.Marked;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.query.ItemQuery;
import org.springframework.stereotype.Component;

/** Makes a page of matches. Safe for many threads. */
@Component
public final class Results {
    private static final int SIZE = 25;

    private final Archive archive;

    Results(Archive archive) {
        this.archive = archive;
    }

    /**
     * A page of matches: the model of {@code search/results.html}.
     *
     * @param total all that match
     * @param first the address of the first page; empty on it
     * @param next the address of the next page; empty on the last
     * @param unread matches that there might be beside these, in items that could not be fully read
     * @param lag changes that the index does not have yet
     */
    public record Shown(long total, List<FoundLine> lines, String first, String next, long unread, long lag) {}

    public Shown of(Asked asked, Question question, Place place) {
        Pages pages = new Pages(question.mail(), question.search(), question.query(), asked.order());
        FoundPage page = asked.isCollapsed() ? pages.collapsed(SIZE, asked.after()) : pages.plain(SIZE, asked.after());
        Highlighter marks = new Highlighter(question.typed());
        Set<ItemId> held = held(page.rows().stream().map(row -> row.seen().id()).toList());
        return new Shown(
                page.total(),
                page.rows().stream()
                        .map(row -> FoundLine.of(
                                row, place, marks, held.contains(row.seen().id())))
                        .toList(),
                asked.after().isEmpty() ? "" : asked.with("after", "").link(),
                page.next().map(key -> asked.with("after", key).link()).orElse(""),
                question.search().count(question.query().relaxed()) - page.total(),
                archive.lag());
    }

    /** Those of these items that are on the list of a hold that binds. */
    public Set<ItemId> held(List<ItemId> items) {
        Map<ItemId, Set<HoldId>> listed = archive.caughtItems().holdsOf(items);
        Set<HoldId> binding = archive
                .holds()
                .standing(archive.holds().day(archive.clock().instant()))
                .holds()
                .stream()
                .map(LegalHold::id)
                .collect(Collectors.toSet());
        return listed.entrySet().stream()
                .filter(one -> one.getValue().stream().anyMatch(binding::contains))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Items, without a search. */
    public List<FoundLine> lines(List<SeenItem> items, Place place) {
        Set<ItemId> held = held(items.stream().map(SeenItem::id).toList());
        Highlighter marks = new Highlighter(new ItemQuery.All());
        return items.stream()
                .map(item -> FoundLine.of(
                        new FoundRow(item, Marked.plain(""), 1, 1), place, marks, held.contains(item.id())))
                .toList();
    }
}
