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
import java.util.stream.IntStream;
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
        List<String> lines = SampleDistrict.rehearsal();
        return IntStream.range(0, lines.size() / 2)
                .mapToObj(step ->
                        step(lines.get(2 * step), lines.get(2 * step + 1).split("\\|")))
                .toList();
    }

    private Step step(String why, String[] words) {
        List<String> arguments = Arrays.stream(words).skip(1).map(this::filled).toList();
        return new Step(why, arguments, Integer.parseInt(words[0]));
    }

    private String filled(String word) {
        return word.replace("{archive}", rehearsal.toString())
                .replace("{certificate}", certificate.toString())
                .replace("{today}", later.minusYears(2).toString())
                .replace("{later}", later.toString())
                .replace("{last}", later.plusDays(GRACE_IS_OVER).toString())
                .replace("{records}", RECORDS)
                .replace("{superintendent}", SUPERINTENDENT);
    }

    private static String typed(List<String> arguments) {
        return String.join(
                " ",
                arguments.stream()
                        .map(word -> word.matches("[\\w@./:-]+") ? word : "'" + word + "'")
                        .toList());
    }
}
