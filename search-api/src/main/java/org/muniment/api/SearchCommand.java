package org.muniment.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.index.Hits;
import org.muniment.archive.index.Search;
import org.muniment.archive.index.TermHits;
import org.muniment.archive.query.ItemQuery;
import org.muniment.archive.query.ItemQueryParser;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code muniment search}: finds items by query; the total is exact whatever the page. */
@Command(
        name = "search",
        description = {
            "Finds items, newest first.",
            "The total is exact and does not depend on --limit. In what is shown of an item, [[ and ]] mark the words that "
                    + "were found."
        },
        footer = {
            "",
            "Example:",
            "  muniment search 'from:ops@district.example budget w/5 cuts'",
            "  muniment search 'climber sent:2024-07-01..2025-06-30' --json",
            "  muniment search climber --export climber.zip     or climber.mbox, climber.csv",
            "  muniment search --help-query     the query language on one page",
            "",
            "Exit code 1 when an item could not be exported."
        })
final class SearchCommand implements Callable<Integer>, AsksServer {
    private static final String REFERENCE = "/org/muniment/archive/query/reference.txt";

    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Mixin
    private final PurposeOption purpose = new PurposeOption();

    @Parameters(arity = "0..*", paramLabel = "QUERY", description = "What to find; several words are joined.")
    private List<String> words = new ArrayList<>();

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "Hits on a page, 0 to 10000 (default: ${DEFAULT-VALUE}).")
    private int limit = 20;

    @Option(
            names = "--after",
            paramLabel = "KEY",
            description = "The next page: the key printed under the page before.")
    private @Nullable String after;

    @Option(names = "--oldest-first", description = "Oldest first instead of newest first.")
    private boolean oldestFirst;

    @Option(names = "--terms", description = "A report of terms instead: how many items each of them hits.")
    private boolean terms;

    @Option(names = "--explain", paramLabel = "ITEM", description = "Says why this item matches, or why not.")
    private @Nullable String explain;

    @Option(
            names = "--export",
            paramLabel = "FILE",
            description = "Writes all that it finds into a new file: .mbox, .zip (with a manifest) or .csv.")
    private @Nullable Path export;

    @Option(names = "--help-query", description = "Shows the query language on one page.")
    private boolean helpQuery;

    SearchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int ask(RemoteServer server) {
        if (helpQuery) {
            return call();
        }
        if (explain != null || export != null) {
            throw new WrongUsage("With --server there is no --explain and no --export");
        }
        Map<String, @Nullable Object> asked = new LinkedHashMap<>();
        asked.put("q", String.join(" ", words));
        asked.put("for", purpose.text());
        if (terms) {
            report(server.all("/search/terms", asked, ServedTerm.class).stream()
                    .map(ServedTerm::row)
                    .toList());
            return ExitCode.DONE;
        }
        asked.put("limit", limit);
        asked.put("after", after);
        asked.put("order", oldestFirst ? "oldest-first" : "newest-first");
        JsonNode page = server.get("/search", asked);
        FoundItems found = FoundItems.of(page);
        options.answer(terminal, found, () -> found.print(terminal, server.zone()));
        return ExitCode.DONE;
    }

    @Override
    public Integer call() {
        if (helpQuery) {
            terminal.say("%s", reference());
            return ExitCode.DONE;
        }
        purpose.refuse();
        if (limit < 0 || limit > 10_000) {
            throw new WrongUsage("--limit is 0 to 10000, not " + limit);
        }
        if (words.isEmpty()) {
            throw new WrongUsage(
                    "Say what to find, as in: muniment search budget. To see everything: muniment search '*'");
        }
        try (Archive archive = Archive.read(options.folder(), terminal.clock())) {
            ItemQuery query = new ItemQueryParser(archive.settings().zone()).parse(String.join(" ", words));
            if (export != null) {
                return new SearchExport(terminal, options, archive).write(query, order(), export);
            }
            answer(archive, query);
        }
        return ExitCode.DONE;
    }

    private Search.Order order() {
        return oldestFirst ? Search.Order.OLDEST_FIRST : Search.Order.NEWEST_FIRST;
    }

    private void answer(Archive archive, ItemQuery query) {
        if (explain != null) {
            explain(archive, query, explain);
        } else if (terms) {
            report(archive, query);
        } else {
            find(archive, query);
        }
    }

    private void find(Archive archive, ItemQuery query) {
        Hits hits = archive.index().search(new Search(query, limit, Optional.ofNullable(after), order()));
        FoundItems found = FoundItems.of(hits, archive);
        options.answer(
                terminal, found, () -> found.print(terminal, archive.settings().zone()));
        warnWhenBehind(archive);
    }

    private void warnWhenBehind(Archive archive) {
        long lag = archive.lag();
        if (lag > 0) {
            terminal.complain(
                    "muniment: the newest mail is not in the search index yet (" + lag
                            + " changes). It will be when the ingest that runs now ends; if none runs: muniment reindex --catch-up");
        }
    }

    private void explain(Archive archive, ItemQuery query, String item) {
        var explanation =
                archive.index().explain(query, Found.item(archive, item).item().id());
        if (options.json()) {
            terminal.say("%s", Json.line(explanation));
        } else {
            terminal.say("%s", explanation.matches() ? "Matches:" : "Does not match:");
            explanation.lines().forEach(line -> terminal.say("%s", Terminal.plainIndented(line)));
        }
    }

    private void report(Archive archive, ItemQuery query) {
        report(archive.index().terms(query).stream().map(TermRow::of).toList());
    }

    private void report(List<TermRow> rows) {
        options.answer(terminal, rows, () -> {
            terminal.say("%10s %10s %10s  %s", "items", "only this", "no copies", "term");
            rows.forEach(row -> terminal.say(
                    "%10d %10d %10d  %s", row.documents(), row.unique(), row.families(), Terminal.plain(row.term())));
        });
    }

    private record TermRow(String term, long documents, long unique, long families) {
        static TermRow of(TermHits hits) {
            return new TermRow(hits.term().toString(), hits.documents(), hits.unique(), hits.families());
        }
    }

    /** As a server counts it. */
    private record ServedTerm(String term, long items, long onlyThis, long withoutCopies) {
        TermRow row() {
            return new TermRow(term, items, onlyThis, withoutCopies);
        }
    }

    private static String reference() {
        try (InputStream page = ItemQuery.class.getResourceAsStream(REFERENCE)) {
            return page == null ? "" : new String(page.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
