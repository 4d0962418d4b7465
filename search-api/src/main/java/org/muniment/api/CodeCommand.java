package org.muniment.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.review.Coding;
import org.muniment.archive.review.Coding.Ruling;
import org.muniment.archive.review.Decision;
import org.muniment.archive.review.Exemption;
import org.muniment.archive.review.ReviewSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muniment code}: a reviewer decides about items. */
@Command(
        name = "code",
        description = {
            "Decides about items for a request or another review: responsive, not-responsive, exempt-in-part, exempt-in-whole or "
                    + "second-look.",
            "The latest decision counts, and all stay on record. Exact copies are decided alike. Without items and query, "
                    + "shows where the review stands."
        },
        footer = {
            "",
            "Example:",
            "  muniment code R3 3f2a9c 77b01d --decision responsive --by 'M. Ortiz'",
            "  muniment code R3 90c1e2 --decision exempt-in-whole \\",
            "    --exemption attorney-client --by 'M. Ortiz'",
            "  muniment code R3 --query lunch --decision not-responsive --by 'M. Ortiz'",
            "  muniment code --exemptions"
        })
final class CodeCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "SET",
            description = "The request, such as R3, or any name of another review.")
    private @Nullable String set;

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "ITEM", description = "Items, by the start of their ids.")
    private List<String> items = new ArrayList<>();

    @Option(
            names = "--query",
            paramLabel = "QUERY",
            description = "All items that match; of a request's set, within what it asks for.")
    private @Nullable String query;

    @Option(names = "--decision", paramLabel = "DECISION", description = "What is decided, one of those above.")
    private @Nullable String decision;

    @Option(
            names = "--exemption",
            paramLabel = "NAME",
            description = "On which ground; may be given several times. An exempt decision needs one.")
    private List<String> exemptions = new ArrayList<>();

    @Option(names = "--note", paramLabel = "WORDS", description = "Your reasons; nobody outside sees them.")
    private String note = "";

    @Option(names = "--without-copies", description = "Leaves exact copies as they are.")
    private boolean withoutCopies;

    @Option(names = "--by", paramLabel = "NAME", description = "Who decides: name, comma, title. It is kept for ever.")
    private @Nullable String by;

    @Option(names = "--exemptions", description = "Only lists the exemptions.")
    private boolean list;

    CodeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Where a review stands. */
    private record Standing(String set, long items, Map<String, Long> decided) {}

    private record Decided(String set, String decision, long items, long copies, List<String> warnings) {}

    private record Ground(String id, String section, String title, String verified, String note) {}

    @Override
    public Integer call() {
        if (list) {
            listExemptions();
        } else if (set == null) {
            throw new WrongUsage("Say for which request or review, such as R3");
        } else if (items.isEmpty() && query == null && decision == null) {
            show(set);
        } else {
            decide(set);
        }
        return ExitCode.DONE;
    }

    private void listExemptions() {
        List<Ground> all = ShippedExemptions.read().all().stream()
                .map(one -> new Ground(
                        one.id(),
                        one.section(),
                        one.title(),
                        one.verified().name().toLowerCase(Locale.ROOT),
                        one.note()))
                .toList();
        options.answer(terminal, all, () -> ShippedExemptions.read().all().forEach(this::print));
    }

    private void print(Exemption exemption) {
        terminal.say("%-21s %s", exemption.id(), exemption.section());
        terminal.sayWrapped("    ", exemption.title());
        exemption.warning().ifPresent(warning -> terminal.sayWrapped("    ", "! " + warning));
    }

    private void show(String name) {
        try (Archive archive = Archive.read(options.folder(), terminal.clock())) {
            ReviewSet of = NamedSet.of(name);
            Map<String, Long> decided = new TreeMap<>();
            archive.codings().counts(of).forEach((what, count) -> decided.put(what.words(), count));
            Standing standing = new Standing(
                    of.name(),
                    decided.values().stream().mapToLong(Long::longValue).sum(),
                    decided);
            options.answer(terminal, standing, () -> print(standing));
        }
    }

    private void print(Standing standing) {
        terminal.say(standing.items() == 1 ? "1 item is decided" : standing.items() + " items are decided");
        standing.decided().forEach((what, count) -> terminal.say("  %-20s %8d", what, count));
    }

    private void decide(String name) {
        if (by == null) {
            throw new WrongUsage("Say who decides: --by 'name, title'");
        }
        Officer officer = OfficerOption.officer(by);
        Ruling ruling = ruling();
        try (Archive archive = Archive.decide(options.folder(), terminal.clock())) {
            ReviewSet of = NamedSet.toDecide(archive, name);
            var named = new NamedItems(archive).find(of, items, query);
            List<Coding> made = Objects.requireNonNull(archive.catalogue()
                    .transactions()
                    .execute(status -> archive.codings()
                            .code(
                                    of,
                                    named,
                                    ruling,
                                    !withoutCopies,
                                    officer,
                                    archive.clock().instant())));
            archive.ledger().checkpoint();
            Decided answer = answer(of, ruling, made);
            options.answer(terminal, answer, () -> print(answer));
        }
    }

    private static Decided answer(ReviewSet of, Ruling ruling, List<Coding> made) {
        long copies = made.stream().filter(coding -> coding.copyOf() != null).count();
        return new Decided(
                of.name(),
                ruling.decision().words(),
                made.size() - copies,
                copies,
                ruling.exemptions().stream()
                        .flatMap(one -> one.warning().stream())
                        .toList());
    }

    private Ruling ruling() {
        List<Exemption> grounds = exemptions.stream()
                .map(name -> ShippedExemptions.named(name, terminal))
                .toList();
        try {
            return new Ruling(decision(), grounds, note);
        } catch (IllegalArgumentException wrong) {
            throw new WrongUsage(Reason.of(wrong));
        }
    }

    private Decision decision() {
        String name = decision == null
                ? ""
                : decision.strip().toUpperCase(Locale.ROOT).replaceAll("[ -]", "_");
        return Arrays.stream(Decision.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new WrongUsage("--decision is "
                        + Arrays.stream(Decision.values())
                                .map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                                .collect(Collectors.joining(", "))));
    }

    private void print(Decided answer) {
        terminal.say(
                "%s: %d %s%s",
                answer.decision(),
                answer.items(),
                answer.items() == 1 ? "item" : "items",
                answer.copies() == 0 ? "" : ", and " + answer.copies() + " exact copies of them");
    }
}
