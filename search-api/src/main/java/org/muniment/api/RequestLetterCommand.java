package org.muniment.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.request.Determination;
import org.muniment.archive.request.RecordsRequest;
import org.muniment.archive.request.letter.Letter;
import org.muniment.archive.request.letter.LetterField;
import org.muniment.archive.request.letter.LetterKind;
import org.muniment.archive.request.letter.SentLetter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muniment request letter}: a letter to a requester, shown or recorded as sent. */
@Command(
        name = "letter",
        description = {
            "Writes a letter to a requester from its template and shows it; with --send it is kept, and counts as sent. People "
                    + "carry it.",
            "Letters: acknowledgement, clarification, extension, determination, denial. The fields a template may want: "
                    + "muniment request templates."
        },
        footer = {
            "",
            "Example:",
            "  muniment request letter R3 determination --outcome partial \\",
            "    --available 2026-10-20T16:00 \\",
            "    --set 'exemptions=Gov. Code 7928.300, home data' \\",
            "    --set 'responsible=Ann Lee, Superintendent' --pdf R3.pdf --send \\",
            "    --by 'Ann Lee, Superintendent'"
        })
final class RequestLetterCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Mixin
    private final OfficerOption by = new OfficerOption();

    @Parameters(index = "0", paramLabel = "REQUEST", description = "The request, such as R3.")
    private String name = "";

    @Parameters(index = "1", paramLabel = "LETTER", description = "One of those above.")
    private String kind = "";

    @Option(
            names = "--set",
            paramLabel = "FIELD=VALUE",
            description = "What the letter says in a place of its template; a bar begins a new line.")
    private Map<String, String> given = new LinkedHashMap<>();

    @Option(
            names = "--outcome",
            paramLabel = "OUTCOME",
            description = "Of a determination or denial: full, partial or none.")
    private @Nullable String outcome;

    @Option(
            names = "--available",
            paramLabel = "TIME",
            description = "When the records will be there, in the agency's zone, such as 2026-10-20T16:00.")
    private @Nullable LocalDateTime available;

    @Option(names = "--pdf", paramLabel = "FILE", description = "Writes the letter as PDF, too.")
    private @Nullable Path pdf;

    @Option(names = "--send", description = "Keeps the letter as sent.")
    private boolean send;

    RequestLetterCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Shown(
            String request,
            String letter,
            String subject,
            String text,
            boolean sent,
            @Nullable String sha256) {}

    @Override
    public Integer call() {
        Officer officer = by.officer();
        LetterKind of = LetterKind.named(kind);
        Map<LetterField, String> values = values();
        try (Archive archive = Archive.decide(options.folder(), terminal.clock())) {
            RecordsRequest request = NamedSet.request(archive, name);
            Instant now = archive.clock().instant();
            LocalDate today = archive.requests().day(now);
            Determination answer = answer();
            Letter letter = archive.letters().draft(request, of, answer, values, officer, today);
            SentLetter sent = send ? sent(archive, letter, answer, today, officer, now) : null;
            if (pdf != null) {
                write(pdf, letter.paper(now.truncatedTo(ChronoUnit.MILLIS)));
            }
            Shown shown = new Shown(
                    request.id().value(),
                    of.words(),
                    letter.subject(),
                    letter.text(),
                    send,
                    sent == null ? null : sent.textDigest().hex());
            options.answer(terminal, shown, () -> print(shown));
        }
        return ExitCode.DONE;
    }

    private static SentLetter sent(
            Archive archive, Letter letter, @Nullable Determination answer, LocalDate day, Officer by, Instant at) {
        SentLetter sent = Objects.requireNonNull(archive.catalogue()
                .transactions()
                .execute(status -> archive.letters().send(letter, answer, day, by, at)));
        archive.ledger().checkpoint();
        return sent;
    }

    private @Nullable Determination answer() {
        if (outcome == null) {
            return null;
        }
        try {
            return new Determination(
                    Determination.Outcome.valueOf(outcome.strip().toUpperCase(Locale.ROOT)), available);
        } catch (IllegalArgumentException none) {
            throw new WrongUsage("--outcome is full, partial or none, not " + Terminal.plain(outcome));
        }
    }

    private Map<LetterField, String> values() {
        Map<LetterField, String> values = new EnumMap<>(LetterField.class);
        given.forEach((key, value) -> values.put(
                LetterField.named(key)
                        .filter(field -> field.giver() == LetterField.Giver.PERSON)
                        .orElseThrow(() -> new WrongUsage("--set: no letter is given a field '" + Terminal.plain(key)
                                + "'. To see them: muniment request templates")),
                value.replace('|', '\n')));
        return values;
    }

    private static void write(Path file, byte[] paper) {
        try {
            Files.write(file, paper);
        } catch (IOException e) {
            throw new UncheckedIOException("The letter can't be written: " + file, e);
        }
    }

    private void print(Shown shown) {
        terminal.say("Subject: %s", shown.subject());
        terminal.say("");
        terminal.say("%s", shown.text().stripTrailing());
        terminal.say("");
        terminal.say("%s", shown.sent() ? "Kept as sent, SHA-256 " + shown.sha256() : "Not sent: nothing was kept");
    }
}
