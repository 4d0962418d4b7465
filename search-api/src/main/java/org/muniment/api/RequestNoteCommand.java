package org.muniment.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.request.RecordsRequest;
import org.muniment.archive.request.RequestStep;
import org.muniment.archive.request.RequestStep.Kind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muniment request note}: a step of a request that is not a letter. */
@Command(
        name = "note",
        description = {
            "Records what was done for a request: how the requester was helped (Gov. Code 7922.600), what was answered, or "
                    + "anything that should be remembered.",
            "Steps: noted, assisted, acknowledged, clarification-asked, clarification-answered, extension-sent, released. A "
                    + "determination is recorded with its letter."
        },
        footer = {
            "",
            "Example:",
            "  muniment request note R3 --step assisted --on 2026-10-06 \\",
            "    --words 'Called: the board packets of fall are online' \\",
            "    --by 'Maria Ortiz, Records'"
        })
final class RequestNoteCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Mixin
    private final OfficerOption by = new OfficerOption();

    @Parameters(paramLabel = "REQUEST", description = "The request, such as R3.")
    private String name = "";

    @Option(
            names = "--step",
            paramLabel = "STEP",
            defaultValue = "noted",
            description = "One of those above (default: ${DEFAULT-VALUE}).")
    private String step = "";

    @Option(names = "--on", paramLabel = "DATE", description = "When it was done (default: today).")
    private @Nullable LocalDate on;

    @Option(names = "--words", paramLabel = "WORDS", description = "What there is to say.")
    private String words = "";

    RequestNoteCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Officer officer = by.officer();
        Kind kind = kind();
        try (Archive archive = Archive.decide(options.folder(), terminal.clock())) {
            RecordsRequest request = NamedSet.request(archive, name);
            Instant now = archive.clock().instant();
            LocalDate day = on == null ? archive.requests().day(now) : on;
            RequestStep taken = Objects.requireNonNull(archive.catalogue()
                    .transactions()
                    .execute(status -> archive.requestSteps().take(request.id(), kind, day, words, officer, now)));
            archive.ledger().checkpoint();
            ShownStep shown = ShownStep.of(taken);
            options.answer(terminal, shown, () -> terminal.say("%s: %s", request.id(), shown.line()));
        }
        return ExitCode.DONE;
    }

    private Kind kind() {
        return Arrays.stream(Kind.values())
                .filter(one ->
                        one.name().equals(step.strip().toUpperCase(Locale.ROOT).replace('-', '_')))
                .findFirst()
                .orElseThrow(() -> new WrongUsage("--step is "
                        + Arrays.stream(Kind.values())
                                .filter(one -> one != Kind.DETERMINED && one != Kind.SCOPE_CHANGED)
                                .map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                                .collect(Collectors.joining(", "))
                        + ", not " + Terminal.plain(step)));
    }
}
