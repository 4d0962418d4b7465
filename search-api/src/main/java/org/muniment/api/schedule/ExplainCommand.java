package org.muniment.api.schedule;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muniment.api.ArchiveOptions;
import org.muniment.api.ExitCode;
import org.muniment.api.Found;
import org.muniment.api.Terminal;
import org.muniment.archive.Archive;
import org.muniment.archive.index.ItemDocument;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.archive.schedule.Classification;
import org.muniment.archive.schedule.Counting;
import org.muniment.archive.schedule.Declaration;
import org.muniment.archive.schedule.Evaluation;
import org.muniment.archive.schedule.Retention;
import org.muniment.archive.schedule.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code muniment schedule explain}: why an item is what it is. */
@Command(
        name = "explain",
        description = {
            "Says why an item is in its series, and from when on it may be destroyed.",
            "The words that matched and where, the citation, what the period is counted from, and every other rule that "
                    + "matched with the reason why it lost. The item is read again from its object."
        },
        footer = {"", "Example:", "  muniment schedule explain 3f2a9c"})
final class ExplainCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Parameters(paramLabel = "ITEM", description = "The item's id, or enough of its first digits.")
    private String id = "";

    ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Other(String series, String title, List<String> found, String eligible, String why) {
        static Other of(Verdict.Lost lost) {
            return new Other(
                    lost.series().id().value(),
                    lost.series().title(),
                    lost.found(),
                    Sentences.eligible(lost.eligibility()),
                    lost.why());
        }
    }

    record Declared(
            int recordClass,
            String series,
            String reason,
            String by,
            @Nullable String confirmedBy) {
        static Declared of(Declaration one) {
            var second = one.second();
            return new Declared(
                    one.recordClass().number(),
                    one.series().value(),
                    one.reason(),
                    one.by().name(),
                    second == null ? null : second.name());
        }
    }

    private record Start(
            String event, String words, @Nullable String day) {
        static Start of(Counting.Start one) {
            return new Start(one.event(), one.words(), Sentences.text(one.day()));
        }
    }

    private record Explained(
            String id,
            String schedule,
            long version,
            int recordClass,
            String series,
            String title,
            String basis,
            String reason,
            String authority,
            boolean verified,
            boolean holdRecommended,
            String keep,
            @Nullable String exit,
            @Nullable String origin,
            List<Start> counted,
            String countedWords,
            @Nullable String eligibleDay,
            String eligible,
            @Nullable String atMost,
            String atMostWords,
            List<String> found,
            List<Other> others,
            List<Declared> declarations,
            boolean upToDate) {}

    @Override
    public Integer call() {
        try (Archive archive = Archive.read(options.folder(), terminal.clock())) {
            RegisteredItem item = Found.item(archive, id);
            Explained explained = explain(archive, item);
            options.answer(terminal, explained, () -> print(explained));
        }
        return ExitCode.DONE;
    }

    private static Explained explain(Archive archive, RegisteredItem item) {
        Retention retention = archive.retention();
        LocalDate today = retention.day(archive.clock().instant());
        Evaluation evaluation = retention.evaluations().current(today);
        ItemDocument document = new Documents(archive).of(item);
        Classification now = evaluation.classify(document);
        Verdict ruled = evaluation.classifier().explain(document);
        var series = evaluation.adopted().schedule().find(now.series());
        var counting = evaluation.counting(document, now);
        List<Counting.Start> from = counting.map(Counting::from).orElse(List.of());
        return new Explained(
                item.item().id().value(),
                evaluation.adopted().schedule().name(),
                evaluation.adopted().version(),
                now.recordClass().number(),
                now.series().value(),
                series.map(one -> one.title()).orElse(""),
                now.basis().name().toLowerCase(Locale.ROOT),
                now.reason(),
                now.authority(),
                series.map(one -> one.verified()).orElse(false),
                series.map(one -> one.holdRecommended()).orElse(false),
                counting.map(one -> one.keep().toString()).orElse(""),
                counting.map(Counting::exit).map(Object::toString).orElse(null),
                Sentences.text(now.origin()),
                from.stream().map(Start::of).toList(),
                Sentences.counted(from),
                Sentences.day(now.eligibility()),
                Sentences.eligible(now.eligibility()),
                Sentences.text(now.atMost()),
                Sentences.atMost(now),
                ruled.found(),
                ruled.others().stream().map(Other::of).toList(),
                retention.declarations().about(item.item().id()).stream()
                        .map(Declared::of)
                        .toList(),
                retention
                        .classifications()
                        .find(item.item().id())
                        .filter(now::equals)
                        .isPresent());
    }

    private void print(Explained one) {
        terminal.say(
                "Item %s is Class %d, series %s %s",
                one.id(), one.recordClass(), one.series(), Terminal.plain(one.title()));
        line("because", one.reason());
        line(
                "by",
                one.authority() + (one.verified() ? "" : " – not verified: check it with counsel") + "; schedule "
                        + one.schedule() + ", version " + one.version());
        line("received", one.origin() == null ? "on a day that nobody knows" : "on " + one.origin());
        line("kept", kept(one));
        line("counted", one.countedWords());
        line("eligible", one.eligible());
        if (!one.atMostWords().isEmpty()) {
            line("at most", one.atMostWords());
        }
        if (one.holdRecommended()) {
            line("hold", Sentences.HOLD_RECOMMENDED);
        }
        one.declarations().forEach(declared -> line("declared", words(declared)));
        one.others().forEach(other -> line("not", other.series() + " " + other.title() + ": " + words(other)));
        if (!one.upToDate()) {
            terminal.say(
                    "The register still has an older classification. Bring it up to date: muniment schedule apply%s",
                    options.again());
        }
    }

    private static String kept(Explained one) {
        if (one.keep().isEmpty()) {
            return "until it is declared again";
        }
        return one.exit() == null ? one.keep() : "as Class 1 until " + one.exit() + ", then " + one.keep();
    }

    private static String words(Declared one) {
        return "Class " + one.recordClass() + ", series " + one.series() + ", by " + one.by() + ": " + one.reason()
                + (one.confirmedBy() == null
                        ? " (waits to be confirmed)"
                        : " (confirmed by " + one.confirmedBy() + ")");
    }

    private static String words(Other other) {
        String found = other.found().isEmpty() ? "it matched" : String.join(", ", other.found());
        return found + "; it lost because " + other.why() + " (eligible " + other.eligible() + ")";
    }

    private void line(String name, String text) {
        String indent = " ".repeat(12);
        String plain = Terminal.plain(text);
        terminal.sayWrapped(indent, plain.isEmpty() ? name : String.format("%s: %s", name, plain));
    }
}
