package org.muniment.api;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.muniment.api.schedule.ShippedSchedules;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.muniment.batch.Rooms;
import org.muniment.batch.ingest.Ingest;
import org.muniment.batch.ingest.IngestRequest;
import org.muniment.batch.ingest.Progress;
import org.muniment.batch.ingest.SourceType;
import tools.jackson.databind.JsonNode;

/**
 * The second part of the demo: holds and destruction, in a rehearsal beside the archive, where two years may pass at
 * once. It is made of commands that anyone can type again.
 */
final class RetentionTour {
    private static final String RECORDS = "Dana Whitlock, Records Clerk";
    private static final String SUPERINTENDENT = "Elena Marsh, Superintendent";
    private static final int GRACE_IS_OVER = 31;

    private final Terminal terminal;
    private final Path rehearsal;
    private final Path certificate;
    private final LocalDate later;

    /**
     * A command of the tour.
     *
     * @param why what it shows
     * @param arguments as typed
     * @param expected the exit code that the tour tells of
     */
    private record Step(String why, List<String> arguments, int expected) {
        static Step of(String why, String... arguments) {
            return new Step(why, List.of(arguments), ExitCode.DONE);
        }

        Step refused() {
            return new Step(why, arguments, ExitCode.REFUSED);
        }

        List<String> and(String... more) {
            return Stream.concat(arguments.stream(), Arrays.stream(more)).toList();
        }
    }

    /**
     * What a command answered.
     *
     * @param command as typed
     * @param answer its JSON
     */
    record Answer(String command, JsonNode answer) {}

    /**
     * @param home the demo's archive; the rehearsal is a folder in it
     */
    RetentionTour(Terminal terminal, Path home) {
        this.terminal = terminal;
        this.rehearsal = home.resolve("rehearsal");
        this.certificate = rehearsal.resolve("certificate");
        ZoneId zone = ArchiveSettings.CALIFORNIA;
        this.later = LocalDate.ofInstant(terminal.clock().instant(), zone).plusYears(2);
    }

    /** Whether there is still a rehearsal to hold: it is held once. */
    boolean isDue() {
        return !ArchiveSettings.exist(rehearsal);
    }

    /** Takes the district's mail into the rehearsal. */
    void prepare(Path mailboxes) {
        ArchiveSettings settings = ArchiveSettings.rehearsal(rehearsal);
        try (Archive archive =
                Archive.create(settings, terminal.clock(), ShippedSchedules.read(ShippedSchedules.CALIFORNIA))) {
            new Ingest(Rooms.of(archive))
                    .run(
                            new IngestRequest(
                                    mailboxes, SourceType.AUTO, new IngestRequest.Custody.ByFolder(Optional.empty())),
                            Progress.NONE);
        }
    }

    /** Shows each command and what it says. */
    void show() {
        for (Step step : steps()) {
            terminal.say("");
            terminal.sayWrapped("  ", step.why());
            terminal.say("  $ ./muniment %s", typed(step.arguments()));
            check(step, Muniment.run(terminal, step.arguments().toArray(String[]::new)));
        }
    }

    /** Runs each command for a program. */
    List<Answer> answers() {
        List<Answer> answers = new ArrayList<>();
        for (Step step : steps()) {
            StringWriter said = new StringWriter();
            Terminal aside = new Terminal(
                    new PrintWriter(said),
                    new PrintWriter(new StringWriter()),
                    OutputStream.nullOutputStream(),
                    terminal.clock(),
                    false);
            check(step, Muniment.run(aside, step.and("--json").toArray(String[]::new)));
            answers.add(new Answer(typed(step.arguments()), Json.read(said.toString())));
        }
        return answers;
    }

    private static void check(Step step, int code) {
        if (code != step.expected()) {
            throw new IllegalStateException(
                    "The demo's command did not do what it should (exit " + code + "): " + typed(step.arguments()));
        }
    }

    private List<Step> steps() {
        String where = rehearsal.toString();
        String day = later.toString();
        String last = later.plusDays(GRACE_IS_OVER).toString();
        return List.of(
                Step.of(
                        "Two officers adopt the retention schedule. Until then nothing can be destroyed.",
                        "schedule",
                        "adopt",
                        ShippedSchedules.CALIFORNIA,
                        "--effective",
                        effective(),
                        "--by",
                        SUPERINTENDENT,
                        "--second",
                        RECORDS,
                        "--archive",
                        where),
                Step.of(
                        "A claim is coming: everything of the principal's is held, now and from now on.",
                        "hold",
                        "place",
                        "--matter",
                        "Playground claim",
                        "--kind",
                        "litigation",
                        "--custodian",
                        "principal.lincoln@district.example",
                        "--by",
                        RECORDS,
                        "--archive",
                        where),
                Step.of(
                        "Two years on. What is due is listed and frozen; what is held or doubtful stays off the list.",
                        "purge",
                        "plan",
                        "--as-of",
                        day,
                        "--by",
                        RECORDS,
                        "--archive",
                        where),
                Step.of(
                        "Another person approves the list, with the board's action (Ed. Code 35253).",
                        "purge",
                        "approve",
                        "P1",
                        "--as-of",
                        day,
                        "--by",
                        SUPERINTENDENT,
                        "--meeting",
                        day,
                        "--reference",
                        "item 7.3",
                        "--archive",
                        where),
                Step.of(
                        "The items are hidden. For 30 days they can be restored.",
                        "purge",
                        "execute",
                        "--as-of",
                        day,
                        "--archive",
                        where),
                Step.of(
                                "Then they are due, but the breaker stops what would remove unusually much at once.",
                                "purge",
                                "execute",
                                "--as-of",
                                last,
                                "--archive",
                                where)
                        .refused(),
                Step.of(
                        "A person looks and lets it go on, once.",
                        "purge",
                        "override",
                        "P1",
                        "--reason",
                        "The first list ever: several school years at once",
                        "--by",
                        SUPERINTENDENT,
                        "--archive",
                        where),
                Step.of(
                        "Each item is looked at once more, from its own bytes, and destroyed.",
                        "purge",
                        "execute",
                        "--as-of",
                        last,
                        "--archive",
                        where),
                Step.of(
                        "The certificate of destruction: PDF, JSON and proofs.",
                        "purge",
                        "certificate",
                        "P1",
                        "--out",
                        certificate.toString(),
                        "--archive",
                        where),
                Step.of(
                        "Anyone can check it, with its files and the public key alone.",
                        "purge",
                        "verify",
                        certificate.resolve("certificate-P1").toString()),
                Step.of("And the rest of the archive is complete.", "verify", "--archive", where));
    }

    private String effective() {
        return LocalDate.ofInstant(terminal.clock().instant(), ArchiveSettings.CALIFORNIA)
                .toString();
    }

    private static String typed(List<String> arguments) {
        return String.join(
                " ",
                arguments.stream()
                        .map(word -> word.matches("[\\w@./:-]+") ? word : "'" + word + "'")
                        .toList());
    }
}
