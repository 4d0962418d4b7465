package org.muniment.api.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniment.api.ArchiveOptions;
import org.muniment.api.ExitCode;
import org.muniment.api.Terminal;
import org.muniment.api.WrongUsage;
import org.muniment.archive.Archive;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.query.ItemQueryParser;
import org.muniment.archive.schedule.EventKind;
import org.muniment.archive.schedule.RecordedEvent;
import org.muniment.archive.schedule.Retention;
import org.muniment.batch.classify.Classify;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muniment event record}: a person records what happened. */
@Command(
        name = "record",
        description = {
            "Records an event, and counts the periods that wait for it.",
            "A completed audit is of a school year; every other event is about the items that a query finds: a pupil, a contract, a "
                    + "claim. Of several events the latest day counts. Nothing that is recorded is ever taken back."
        },
        footer = {
            "",
            "Example:",
            "  muniment event record audit-completed --on 2024-12-15 \\",
            "    --school-year 2023-24 --by 'Maria Ortiz, Director of Records'",
            "  muniment event record contract-ended --on 2026-06-30 \\",
            "    --query 'participant:acme.example AND contract' \\",
            "    --by 'Maria Ortiz, Director of Records'"
        })
final class EventRecordCommand implements Callable<Integer> {
    private static final String KINDS =
            Arrays.stream(EventKind.values()).map(EventKind::key).collect(Collectors.joining(", "));

    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Parameters(
            paramLabel = "KIND",
            description =
                    "audit-completed, claim-filed, claim-settled, employee-separated, pupil-left, contract-ended, "
                            + "usefulness-ended, superseded, case-closed, grant-closed or service-ended.")
    private String kind = "";

    @Option(names = "--on", paramLabel = "DATE", required = true, description = "The day it happened.")
    private LocalDate on = LocalDate.EPOCH;

    @Option(names = "--school-year", paramLabel = "YEAR", description = "The school year it is of, as 2023-24.")
    private @Nullable String schoolYear;

    @Option(names = "--query", paramLabel = "QUERY", description = "The items it is about, in the query language.")
    private @Nullable String query;

    @Option(names = "--by", paramLabel = "NAME", required = true, description = "Who records it: name, comma, title.")
    private String by = "";

    EventRecordCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Result(ShownEvent event, Classify.Outcome classified) {}

    @Override
    public Integer call() {
        EventKind recorded = EventKind.named(kind)
                .orElseThrow(
                        () -> new WrongUsage("There is no event '" + Terminal.plain(kind) + "'; there are " + KINDS));
        Officer officer = Sentences.officer("--by", by);
        try (Archive archive = Archive.write(options.folder(), terminal.clock())) {
            RecordedEvent.About about = about(recorded, archive);
            Retention retention = archive.retention();
            Instant now = archive.clock().instant();
            RecordedEvent event = Objects.requireNonNull(archive.catalogue()
                    .transactions()
                    .execute(status ->
                            retention.events().record(recorded, on, about, retention.day(now), officer, now)));
            Result result = new Result(ShownEvent.of(event), Renewed.run(terminal, archive));
            options.answer(terminal, result, () -> {
                terminal.sayWrapped("", result.event().sentence());
                Renewed.print(terminal, options, result.classified());
            });
        }
        return ExitCode.DONE;
    }

    private RecordedEvent.About about(EventKind recorded, Archive archive) {
        if (recorded == EventKind.AUDIT_COMPLETED) {
            if (schoolYear == null || query != null) {
                throw new WrongUsage("An audit is of a school year: --school-year 2023-24, and no --query");
            }
            return new RecordedEvent.About.Year(Sentences.schoolYear(schoolYear));
        }
        if (query == null || schoolYear != null) {
            throw new WrongUsage("Say which items it is about: --query QUERY, and no --school-year");
        }
        return new RecordedEvent.About.Matching(
                new ItemQueryParser(archive.settings().zone()).parse(query));
    }
}
