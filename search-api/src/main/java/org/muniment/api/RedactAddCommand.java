package org.muniment.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.review.Exemption;
import org.muniment.archive.review.Part;
import org.muniment.archive.review.PartTexts;
import org.muniment.archive.review.Place;
import org.muniment.archive.review.Redaction;
import org.muniment.archive.review.ReviewSet;
import org.muniment.archive.review.Suggestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muniment redact add}: a person draws redactions; they are applied at once. */
@Command(
        name = "add",
        description = {
            "Draws redactions in an item and applies them at once.",
            "By words, wherever they stand in the item or in the part that is named; by characters of a part; a part as a whole; "
                    + "or a region of an attachment's page.",
            "Parts are subject, body, from, to, cc, bcc, envelope, exchange, 'name of PLACE' and 'text of PLACE', where PLACE is an "
                    + "attachment's, as muniment item shows it."
        },
        footer = {
            "",
            "Example:",
            "  muniment redact add R3 3f2a9c --words 'the Lopez matter' \\",
            "    --exemption personnel --by 'M. Ortiz'",
            "  muniment redact add R3 3f2a9c --part 'name of 2' --whole \\",
            "    --exemption personnel --by 'M. Ortiz'",
            "  muniment redact add R3 3f2a9c --part 'text of 2' \\",
            "    --region 1,0.1,0.2,0.5,0.05 --exemption personnel --by 'M. Ortiz'"
        })
final class RedactAddCommand implements Callable<Integer> {
    private static final String DRAWN = "drawn by a person";

    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Mixin
    private final OfficerOption by = new OfficerOption();

    @Parameters(index = "0", paramLabel = "SET", description = "The request, such as R3, or the name of a review.")
    private String set = "";

    @Parameters(index = "1", paramLabel = "ITEM", description = "The item, by the start of its id.")
    private String item = "";

    @Option(names = "--part", paramLabel = "PART", description = "In which part (default for --words: in all).")
    private @Nullable String part;

    @Option(names = "--words", paramLabel = "WORDS", description = "These words, whatever their case and line breaks.")
    private @Nullable String words;

    @Option(
            names = "--span",
            paramLabel = "FROM-TO",
            description = "From this character of the part, counted from 0, up to before that one.")
    private @Nullable String span;

    @Option(names = "--whole", description = "The whole part.")
    private boolean whole;

    @Option(
            names = "--region",
            paramLabel = "PAGE,LEFT,TOP,WIDTH,HEIGHT",
            description = "A rectangle; all but the page as shares of it, from 0 to 1.")
    private @Nullable String region;

    @Option(names = "--exemption", paramLabel = "NAME", required = true, description = "On which ground.")
    private String exemption = "";

    RedactAddCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Outcome(String set, String item, List<String> redactions) {}

    @Override
    public Integer call() {
        Officer officer = by.officer();
        Exemption ground = ShippedExemptions.named(exemption, terminal);
        try (Archive archive = Archive.decide(options.folder(), terminal.clock())) {
            ReviewSet of = NamedSet.toDecide(archive, set);
            ItemId id = Found.item(archive, item).item().id();
            List<Suggestion> drawn = drawn(of, id, ground, new ReviewedTexts(archive).of(id));
            List<Redaction> added = Objects.requireNonNull(archive.catalogue()
                    .transactions()
                    .execute(status -> archive.redactions()
                            .add(drawn, officer, archive.clock().instant())));
            archive.ledger().checkpoint();
            Outcome outcome = new Outcome(
                    of.name(),
                    id.value(),
                    added.stream().map(one -> one.id().value()).toList());
            options.answer(terminal, outcome, () -> print(outcome));
        }
        return ExitCode.DONE;
    }

    private List<Suggestion> drawn(ReviewSet of, ItemId id, Exemption ground, Map<Part, String> texts) {
        long ways = (words == null ? 0 : 1) + (span == null ? 0 : 1) + (whole ? 1 : 0) + (region == null ? 0 : 1);
        if (ways != 1) {
            throw new WrongUsage("Say where: by one of --words, --span, --whole and --region");
        }
        try {
            return words == null
                    ? List.of(suggestion(of, id, named(texts), place(), ground, texts))
                    : byWords(of, id, ground, texts, words);
        } catch (IllegalArgumentException wrong) {
            throw new WrongUsage(Reason.of(wrong));
        }
    }

    private List<Suggestion> byWords(
            ReviewSet of, ItemId id, Exemption ground, Map<Part, String> texts, String wanted) {
        Map<Part, String> among = part == null ? texts : Map.of(named(texts), text(texts, named(texts)));
        List<Suggestion> drawn = new ArrayList<>();
        among.forEach((where, text) -> PartTexts.places(text, wanted)
                .forEach(place -> drawn.add(suggestion(of, id, where, place, ground, texts))));
        if (drawn.isEmpty()) {
            throw new WrongUsage("These words stand nowhere in the item, as whole words");
        }
        return drawn;
    }

    private Part named(Map<Part, String> texts) {
        if (part == null) {
            throw new WrongUsage("Say in which part: --part body");
        }
        Part found = Part.read(part.strip());
        if (region == null) {
            text(texts, found);
        }
        return found;
    }

    private static String text(Map<Part, String> texts, Part part) {
        String text = texts.get(part);
        if (text == null) {
            throw new WrongUsage("The item has no text in its part '" + Terminal.plain(part.written()) + "'. It has "
                    + texts.keySet().stream()
                            .map(Part::written)
                            .map(Terminal::plain)
                            .toList());
        }
        return text;
    }

    private Place place() {
        if (region != null) {
            String[] numbers = region.split(",");
            if (numbers.length != 5) {
                throw new WrongUsage("--region is PAGE,LEFT,TOP,WIDTH,HEIGHT");
            }
            return new Place.Region(
                    Integer.parseInt(numbers[0].strip()),
                    Double.parseDouble(numbers[1]),
                    Double.parseDouble(numbers[2]),
                    Double.parseDouble(numbers[3]),
                    Double.parseDouble(numbers[4]));
        }
        return span == null ? new Place.Whole() : Place.read(span.strip());
    }

    private static Suggestion suggestion(
            ReviewSet of, ItemId id, Part part, Place place, Exemption ground, Map<Part, String> texts) {
        if (!(place instanceof Place.Span passage)) {
            return new Suggestion(of, id, part, place, ground, DRAWN, "");
        }
        String text = text(texts, part);
        if (passage.end() > text.length()) {
            throw new WrongUsage("The part has " + text.length() + " characters only");
        }
        return new Suggestion(of, id, part, place, ground, DRAWN, PartTexts.digest(text));
    }

    private void print(Outcome outcome) {
        terminal.say("Applied %s", String.join(", ", outcome.redactions()));
    }
}
