package org.muniment.api;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.production.BatesRange;
import org.muniment.archive.production.Production;
import org.muniment.archive.production.ProductionId;

/**
 * A production as commands show it. Times are ISO-8601 in UTC.
 *
 * @param stage {@code draft}, {@code built}, {@code checked}, {@code released} or {@code abandoned}
 * @param pages pages with a number; 0 while it is not built
 * @param free numbers within that stand on no page
 * @param file SHA-256 of its {@code production.json}; null while it is not built
 */
public record ShownProduction(
        String id,
        String stage,
        String about,
        String format,
        String prefix,
        String query,
        String ordered,
        String orderedBy,
        @Nullable String replaces,
        @Nullable String numbers,
        List<String> free,
        long documents,
        long items,
        long pages,
        @Nullable String file,
        @Nullable String built,
        @Nullable String checkedBy,
        @Nullable String releasedBy,
        @Nullable String released,
        @Nullable String abandoned) {
    /**
     * Finds a production.
     *
     * @throws WrongUsage when there is none of that name
     */
    public static Production find(Archive archive, String name) {
        ProductionId id = id(name);
        return archive.productions()
                .find(id)
                .orElseThrow(() ->
                        new WrongUsage("There is no production " + id + ". To see them all: muniment production list"));
    }

    private static ProductionId id(String name) {
        try {
            return new ProductionId(name.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException wrong) {
            throw new WrongUsage(Reason.of(wrong));
        }
    }

    /** Where its package is unless a command is told otherwise: {@code productions/PR1} in the archive's folder. */
    public static Path folder(Archive archive, Production production) {
        return archive.settings()
                .folder()
                .resolve("productions")
                .resolve(production.id().value());
    }

    public static ShownProduction of(Production production) {
        Optional<Production.Bundle> built = production.built();
        ProductionId replaces = production.order().replaces();
        Production.Stage stage = production.stage();
        return new ShownProduction(
                production.id().value(),
                stage.word(),
                production.order().about(),
                production.order().format().name().toLowerCase(Locale.ROOT),
                production.order().prefix(),
                production.order().query(),
                production.order().at().toString(),
                production.order().by().name(),
                replaces == null ? null : replaces.value(),
                built.map(bundle -> bundle.range().toString()).orElse(null),
                built.map(bundle ->
                                bundle.free().stream().map(BatesRange::toString).toList())
                        .orElse(List.of()),
                built.map(Production.Bundle::documents).orElse(0L),
                built.map(Production.Bundle::items).orElse(0L),
                built.map(Production.Bundle::pages).orElse(0L),
                built.map(bundle -> bundle.file().hex()).orElse(null),
                built.map(bundle -> bundle.at().toString()).orElse(null),
                second(stage),
                stage instanceof Production.Stage.Released released
                        ? released.by().name()
                        : null,
                stage instanceof Production.Stage.Released released
                        ? released.at().toString()
                        : null,
                stage instanceof Production.Stage.Abandoned given ? given.by() + ": " + given.reason() : null);
    }

    private static @Nullable String second(Production.Stage stage) {
        return switch (stage) {
            case Production.Stage.Checked checked -> checked.second().name();
            case Production.Stage.Released released -> released.second().name();
            case Production.Stage.Draft draft -> null;
            case Production.Stage.Built built -> null;
            case Production.Stage.Abandoned abandoned -> null;
        };
    }

    /** One line of a list. */
    void line(Terminal terminal) {
        terminal.say(
                "%-6s %-9s %-5s %7d pages  %s  %s",
                id, stage, format, pages, numbers == null ? "no numbers yet" : numbers, Terminal.plain(about));
    }

    /** All of it, in lines. */
    public void print(Terminal terminal, ZoneId zone) {
        row(terminal, "Production", id + "  (" + stage + ")");
        row(terminal, "For", about);
        row(terminal, "Query", query.isEmpty() ? "none" : query);
        row(terminal, "Ordered", Terminal.time(ordered, zone) + " by " + orderedBy + ", as " + format);
        if (replaces != null) {
            row(terminal, "Replaces", replaces);
        }
        if (built != null) {
            row(terminal, "Built", Terminal.time(built, zone));
            row(terminal, "Numbers", numbers + (free.isEmpty() ? "" : ", free: " + String.join(", ", free)));
            row(terminal, "Contents", items + " items, " + documents + " documents, " + pages + " pages");
            row(terminal, "Paper", "production.json, SHA-256 " + file);
            row(terminal, "Checked", checkedBy == null ? "not yet" : "by " + checkedBy);
        }
        if (released != null) {
            row(terminal, "Released", Terminal.time(released, zone) + " by " + releasedBy);
        }
        if (abandoned != null) {
            row(terminal, "Abandoned", "by " + abandoned);
        }
    }

    private static void row(Terminal terminal, String name, @Nullable String value) {
        terminal.say("%-10s  %s", name, Terminal.plain(String.valueOf(value)));
    }
}
