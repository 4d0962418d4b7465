package org.muniment.api.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muniment.api.ArchiveOptions;
import org.muniment.api.ExitCode;
import org.muniment.api.Terminal;
import org.muniment.api.WrongUsage;
import org.muniment.archive.Archive;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.schedule.Retention;
import org.muniment.archive.schedule.SchoolYear;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muniment review}: the yearly review of 5 CCR 16022. */
@Command(
        name = "review",
        description = {
            "Shows the yearly review: what of a school year is classified, and what is pending.",
            "Before January 1 every record of the school year before has its class (5 CCR 16022). What no rule and no person "
                    + "classified is pending; superintendent and board may agree that it is Class 2 for one year (5 CCR 16024)."
        },
        footer = {
            "",
            "Example:",
            "  muniment review",
            "  muniment review --school-year 2025-26 --agree \\",
            "    --superintendent 'John Chen, Superintendent' \\",
            "    --board-action 'Minutes of 2026-12-10, item 7' --date 2026-12-10"
        })
public final class ReviewCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Option(names = "--school-year", paramLabel = "YEAR", description = "As 2025-26 (default: the one before this).")
    private @Nullable String schoolYear;

    @Option(
            names = "--agree",
            description = "Records that superintendent and board agreed on Class 2 for what is pending.")
    private boolean agree;

    @Option(names = "--superintendent", paramLabel = "NAME", description = "Or the designee: name, comma, title.")
    private @Nullable String superintendent;

    @Option(
            names = "--board-action",
            paramLabel = "WORDS",
            description = "What the board decided, as its minutes name it.")
    private @Nullable String boardAction;

    @Option(names = "--date", paramLabel = "DATE", description = "The day they agreed.")
    private @Nullable LocalDate date;

    public ReviewCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (agree) {
            record();
        } else if (superintendent != null || boardAction != null || date != null) {
            throw new WrongUsage("--superintendent, --board-action and --date go with --agree");
        }
        try (Archive archive = Archive.read(options.folder(), terminal.clock())) {
            LocalDate today = archive.retention().day(archive.clock().instant());
            YearReview review = YearReview.of(archive.retention(), year(today), today);
            options.answer(terminal, review, () -> print(review));
        }
        return ExitCode.DONE;
    }

    private SchoolYear year(LocalDate today) {
        return schoolYear == null ? SchoolYear.of(today).plus(-1) : Sentences.schoolYear(schoolYear);
    }

    private void record() {
        if (superintendent == null || boardAction == null || date == null) {
            throw new WrongUsage("Both agreed, on a day: --superintendent NAME --board-action WORDS --date DATE");
        }
        Officer officer = Sentences.officer("--superintendent", superintendent);
        String action = boardAction;
        LocalDate on = date;
        try (Archive archive = Archive.write(options.folder(), terminal.clock())) {
            Retention retention = archive.retention();
            Instant now = archive.clock().instant();
            LocalDate today = retention.day(now);
            archive.catalogue()
                    .transactions()
                    .executeWithoutResult(
                            status -> retention.reviews().agree(year(today), officer, action, on, today, now));
            Renewed.run(terminal, archive);
        }
    }

    private void print(YearReview review) {
        terminal.say(
                "School year %s: %d items, %d pending%s",
                review.schoolYear(),
                review.items(),
                review.pending(),
                review.agreed() == 0 ? "" : ", " + review.agreed() + " of them Class 2 by agreement");
        terminal.say(
                review.daysLeft() > 0
                        ? "Due before %s: %d days are left (5 CCR 16022)"
                        : "It was due before %s, %d days ago (5 CCR 16022)",
                review.deadline(),
                Math.abs(review.daysLeft()));
        review.series()
                .forEach(line -> terminal.say(
                        "%8d  Class %d  %-6s %s, %s",
                        line.items(), line.recordClass(), line.series(), Terminal.plain(line.title()), line.basis()));
        YearReview.Agreed agreement = review.agreement();
        if (agreement != null) {
            terminal.sayWrapped(
                    "",
                    agreement.superintendent() + " and the board (" + agreement.boardAction() + ") agreed on "
                            + agreement.on() + " on Class 2 for what is pending; "
                            + (agreement.holds() ? "it lapses on " : "it lapsed on ") + agreement.lapses());
        }
        if (review.undated() > 0) {
            terminal.say("%d items are of no school year: nobody knows when they were received", review.undated());
        }
        if (review.unclassified() > 0) {
            terminal.say("%d items are not classified at all: muniment schedule apply", review.unclassified());
        }
    }
}
