package org.muniment.api;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniment.api.search.SeenItem;
import org.muniment.archive.Archive;
import org.muniment.archive.index.Hits;
import org.muniment.archive.item.Address;
import org.muniment.archive.item.Collection;
import org.muniment.archive.item.Item;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.RegisteredItem;

/**
 * A page of hits with what the catalogue knows of them: the answer of {@code muniment search}.
 *
 * @param total all items that match
 * @param items this page's
 * @param next key of the next page; null at the end
 */
public record FoundItems(
        long total, List<Row> items, @Nullable String next) {
    /** One hit. Times are ISO-8601 in UTC; null when unknown. */
    public record Row(
            String id,
            String kind,
            @Nullable String sent,
            @Nullable String received,
            String from,
            List<String> to,
            String subject,
            List<String> custodians,
            String snippet) {}

    /** @param seen the items of the page, as far as they are to be seen */
    public static FoundItems of(Hits hits, List<SeenItem> seen) {
        Map<ItemId, SeenItem> rows = seen.stream().collect(Collectors.toMap(SeenItem::id, Function.identity()));
        return new FoundItems(
                hits.total(),
                hits.page().stream()
                        .flatMap(hit -> Optional.ofNullable(rows.get(hit.item())).stream()
                                .map(row -> row(row.item(), row.collections(), hit.snippet())))
                        .toList(),
                hits.next().orElse(null));
    }

    public static FoundItems of(Hits hits, Archive archive) {
        List<ItemId> ids = hits.page().stream().map(Hits.Hit::item).toList();
        Map<ItemId, RegisteredItem> rows = archive.items().find(ids).stream()
                .collect(Collectors.toMap(row -> row.item().id(), Function.identity()));
        Map<ItemId, List<Collection>> collections = archive.items().collections(ids);
        List<Row> page = new ArrayList<>();
        for (Hits.Hit hit : hits.page()) {
            RegisteredItem row = rows.get(hit.item());
            if (row != null) {
                page.add(row(row.item(), collections.getOrDefault(hit.item(), List.of()), hit.snippet()));
            }
        }
        return new FoundItems(hits.total(), page, hits.next().orElse(null));
    }

    private static Row row(Item item, List<Collection> collections, String snippet) {
        return new Row(
                item.id().value(),
                item.kind().name().toLowerCase(Locale.ROOT),
                text(item.dates().sent()),
                text(item.dates().received()),
                names(item.people().from()).stream().findFirst().orElse(""),
                names(item.people().to()),
                item.subject(),
                collections.stream()
                        .map(one -> one.custodian().address())
                        .distinct()
                        .sorted()
                        .toList(),
                snippet);
    }

    private static List<String> names(List<Address> addresses) {
        return addresses.stream().map(Address::toString).toList();
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    /** As a person reads it. */
    public void print(Terminal terminal, ZoneId zone) {
        terminal.say("%s", total == 1 ? "1 item" : total + " items");
        items.forEach(row -> print(terminal, zone, row));
        if (total == 0) {
            terminal.say("What could not be read can't be found by its words; to list that: muniment exceptions");
        }
        if (next != null) {
            terminal.say("");
            terminal.say("For the next page, add to the same command: --after %s", next);
        }
    }

    private static void print(Terminal terminal, ZoneId zone, Row row) {
        terminal.say("");
        terminal.say(
                "%s  %s  %s",
                row.id(),
                Terminal.time(row.received() == null ? row.sent() : row.received(), zone),
                Terminal.plain(row.subject().isBlank() ? "(no subject)" : row.subject()));
        terminal.sayWrapped(
                "    ", "from " + (row.from().isBlank() ? "unknown" : row.from()) + " to " + recipients(row.to()));
        terminal.sayWrapped("    ", "in the mailbox of " + String.join(", ", row.custodians()));
        terminal.sayWrapped("    ", row.snippet());
    }

    private static String recipients(List<String> to) {
        if (to.isEmpty()) {
            return "nobody named";
        }
        return to.size() == 1 ? to.getFirst() : to.getFirst() + " and " + (to.size() - 1) + " more";
    }
}
