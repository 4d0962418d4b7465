package org.muniment.api.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muniment.api.ArchiveOptions;
import org.muniment.api.ExitCode;
import org.muniment.api.Found;
import org.muniment.api.Terminal;
import org.muniment.api.WrongUsage;
import org.muniment.archive.Archive;
import org.muniment.archive.index.ItemDocument;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.schedule.Classification;
import org.muniment.archive.schedule.Declaration;
import org.muniment.archive.schedule.RecordClass;
import org.muniment.archive.schedule.Retention;
import org.muniment.archive.schedule.SeriesId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muniment declare}: a person says what an item is; another one confirms. */
@Command(
        name = "declare",
        description = {
            "Declares what an item is, instead of printing and filing it.",
            "A declaration outranks every rule once another person has confirmed it. Until then it counts only where it protects "
                    + "more: a lower class. Both names are kept for ever."
        },
        footer = {
            "",
            "Example:",
            "  muniment declare 3f2a9c --class 1 --series R11 \\",
            "    --reason 'resignation of a teacher' --by 'Ana Ruiz, HR Technician'",
            "  muniment declare 3f2a9c --confirm --by 'Maria Ortiz, Director of Records'",
            "  muniment declare --pending"
        })
public final class DeclareCommand implements Callable<Integer> {
    private static final int PAGE = 1000;

    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Parameters(paramLabel = "ITEM", arity = "0..1", description = "The item's id, or enough of its first digits.")
    private @Nullable String id;

    @Option(names = "--class", paramLabel = "N", description = "Class 1, 2 or 3.")
    private @Nullable Integer recordClass;

    @Option(names = "--series", paramLabel = "SERIES", description = "The series: muniment schedule list")
    private @Nullable String series;

    @Option(names = "--reason", paramLabel = "WORDS", description = "Why, in your words.")
    private @Nullable String reason;

    @Option(names = "--by", paramLabel = "NAME", description = "Who you are: name, comma, title.")
    private @Nullable String by;

    @Option(names = "--confirm", description = "Confirms what another person declared about the item.")
    private boolean confirm;

    @Option(names = "--pending", description = "Lists the declarations that wait to be confirmed.")
    private boolean pending;

    public DeclareCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Shown(
            String item,
            int recordClass,
            String series,
            String reason,
            String by,
            String declared,
            @Nullable String confirmedBy) {
        static Shown of(Declaration one) {
            Officer second = one.second();
            return new Shown(
                    one.item().value(),
                    one.recordClass().number(),
                    one.series().value(),
                    one.reason(),
                    one.by().name(),
                    one.declared().toString(),
                    second == null ? null : second.name());
        }
    }

    private record Pending(List<Shown> pending) {}

    private record Declared(Shown declaration, int nowClass, String nowSeries, String eligible) {}

    @Override
    public Integer call() {
        if (pending) {
            list();
        } else if (confirm) {
            confirmed();
        } else {
            declared();
        }
        return ExitCode.DONE;
    }

    private void list() {
        try (Archive archive = Archive.read(options.folder(), terminal.clock())) {
            List<Declaration> all = new ArrayList<>();
            List<Declaration> page = archive.retention().declarations().pending(null, PAGE);
            while (!page.isEmpty()) {
                all.addAll(page);
                page = archive.retention().declarations().pending(page.getLast(), PAGE);
            }
            Pending found = new Pending(all.stream().map(Shown::of).toList());
            options.answer(terminal, found, () -> print(found));
        }
    }

    private void declared() {
        RecordClass wanted = recordClass();
        SeriesId named = series();
        String why = given(reason, "--reason: why it is that");
        Officer officer = officer();
        change((retention, document, today) -> retention
                .declarations()
                .declare(
                        document,
                        wanted,
                        named,
                        why,
                        officer,
                        today,
                        terminal.clock().instant()));
    }

    private void confirmed() {
        if (recordClass != null || series != null || reason != null) {
            throw new WrongUsage(
                    "--confirm takes what was declared as it is: leave out --class, --series and --reason");
        }
        Officer officer = officer();
        change((retention, document, today) -> retention
                .declarations()
                .confirm(document, officer, today, terminal.clock().instant()));
    }

    /** A step of a declaration. */
    @FunctionalInterface
    private interface Step {
        Declaration take(Retention retention, ItemDocument document, LocalDate today);
    }

    private void change(Step step) {
        try (Archive archive = Archive.write(options.folder(), terminal.clock())) {
            RegisteredItem item = Found.item(archive, given(id, "which item: its id"));
            ItemDocument document = new Documents(archive).of(item);
            Retention retention = archive.retention();
            LocalDate today = retention.day(archive.clock().instant());
            Declaration made = Objects.requireNonNull(
                    archive.catalogue().transactions().execute(status -> step.take(retention, document, today)));
            archive.ledger().checkpoint();
            Classification now =
                    retention.classifications().find(item.item().id()).orElseThrow();
            Declared shown = new Declared(
                    Shown.of(made),
                    now.recordClass().number(),
                    now.series().value(),
                    Sentences.eligible(now.eligibility()));
            options.answer(terminal, shown, () -> print(shown));
        }
    }

    private RecordClass recordClass() {
        if (recordClass == null || recordClass < 1 || recordClass > 3) {
            throw new WrongUsage("Say which class: --class 1, 2 or 3");
        }
        return RecordClass.of(recordClass);
    }

    private SeriesId series() {
        try {
            return new SeriesId(given(series, "--series: one of muniment schedule list"));
        } catch (IllegalArgumentException wrong) {
            throw new WrongUsage("--series: " + wrong.getMessage());
        }
    }

    private Officer officer() {
        return Sentences.officer("--by", given(by, "--by: your name, a comma, your title"));
    }

    private static String given(@Nullable String value, String what) {
        if (value == null || value.isBlank()) {
            throw new WrongUsage("Say " + what);
        }
        return value;
    }

    private void print(Pending found) {
        terminal.say(
                found.pending().size() == 1
                        ? "1 declaration waits"
                        : found.pending().size() + " declarations wait");
        found.pending().forEach(one -> terminal.sayWrapped("  ", words(one)));
    }

    private void print(Declared shown) {
        terminal.sayWrapped("", words(shown.declaration()));
        terminal.say(
                "The item is now Class %d, series %s; eligible %s",
                shown.nowClass(), shown.nowSeries(), shown.eligible());
        if (shown.declaration().confirmedBy() == null) {
            terminal.say(
                    "Another person confirms it: muniment declare %s --confirm --by NAME%s",
                    shown.declaration().item(), options.again());
        }
    }

    private static String words(Shown one) {
        String confirmed = one.confirmedBy() == null ? "" : ", confirmed by " + one.confirmedBy();
        return one.item() + " Class " + one.recordClass() + ", series " + one.series() + ", declared by " + one.by()
                + confirmed + ": " + one.reason();
    }
}
