package org.muniment.api;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.item.RegisteredItem;

/**
 * A page of what could not be fully read: the answer of {@code muniment exceptions}.
 *
 * @param total in the whole archive
 * @param next key of the next page; null at the end
 */
public record ShownExceptions(
        long total, List<Row> items, @Nullable Long next) {
    public record Row(String id, String indexed, String subject, List<ShownItem.Gap> gaps) {
        static Row of(RegisteredItem row) {
            return new Row(
                    row.item().id().value(),
                    row.item().coverage().extent().name().toLowerCase(Locale.ROOT),
                    row.item().subject(),
                    row.item().coverage().gaps().stream()
                            .map(gap -> new ShownItem.Gap(gap.place(), gap.reason()))
                            .toList());
        }
    }

    /** @param after key of the page before; 0 for the first */
    public static ShownExceptions of(Archive archive, long after, int limit) {
        List<RegisteredItem> found = archive.items().exceptions(after, limit);
        return new ShownExceptions(
                archive.items().holdings().exceptions(),
                found.stream().map(Row::of).toList(),
                found.size() < limit ? null : found.getLast().revision());
    }

    /** As a person reads it. */
    public void print(Terminal terminal) {
        terminal.say(total == 1 ? "1 item could not be fully read" : total + " items could not be fully read");
        for (Row row : items) {
            terminal.say("");
            terminal.say(
                    "%s  %s  %s",
                    row.id(),
                    row.indexed().equals("not") ? "not read    " : "read partly ",
                    Terminal.plain(row.subject().isBlank() ? "(no subject)" : row.subject()));
            row.gaps().forEach(gap -> terminal.sayWrapped("    ", gap.text()));
        }
        if (next != null) {
            terminal.say("");
            terminal.say("For the next page, add to the same command: --after %d", next);
        }
    }
}
