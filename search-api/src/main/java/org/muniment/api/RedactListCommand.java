package org.muniment.api;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.review.Redaction;
import org.muniment.archive.review.RedactionId;
import org.muniment.archive.review.ReviewSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muniment redact list}: redactions with the words they hide, for those who decide. */
@Command(
        name = "list",
        description = {
            "Lists redactions with the words around them: for those who decide, not to be passed on.",
            "What is to be hidden stands between square brackets."
        },
        footer = {"", "Example:", "  muniment redact list R3", "  muniment redact list R3 --item 3f2a9c --state applied"
        })
final class RedactListCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Parameters(paramLabel = "SET", description = "The request, such as R3, or the name of a review.")
    private String set = "";

    @Option(
            names = "--state",
            paramLabel = "STATE",
            description = "suggested, applied or refused (default: ${DEFAULT-VALUE}).")
    private String state = "suggested";

    @Option(names = "--item", paramLabel = "ITEM", description = "Only of this item, by the start of its id.")
    private @Nullable String item;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "Redactions on a page, 1 to 10000 (default: ${DEFAULT-VALUE}).")
    private int limit = 50;

    @Option(names = "--after", paramLabel = "ID", description = "The next page: the last redaction of the page before.")
    private @Nullable String after;

    RedactListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Page(
            String set,
            List<ShownRedaction> redactions,
            @Nullable String next) {}

    @Override
    public Integer call() {
        if (limit < 1 || limit > 10_000) {
            throw new WrongUsage("--limit is 1 to 10000, not " + limit);
        }
        try (Archive archive = Archive.read(options.folder(), terminal.clock())) {
            ReviewSet of = NamedSet.of(set);
            List<Redaction> found = found(archive, of);
            ReviewedTexts texts = new ReviewedTexts(archive);
            Page page = new Page(
                    of.name(),
                    found.stream()
                            .map(one -> ShownRedaction.of(one, texts.of(one.item())))
                            .toList(),
                    found.size() < limit ? null : found.getLast().id().value());
            options.answer(terminal, page, () -> print(page));
        }
        return ExitCode.DONE;
    }

    private List<Redaction> found(Archive archive, ReviewSet of) {
        Redaction.State wanted = state();
        RedactionId last = after == null ? null : NamedRedactions.id(after);
        if (item == null) {
            return archive.redactions().page(of, wanted, last, limit);
        }
        return archive.redactions().of(of, Found.item(archive, item).item().id()).stream()
                .filter(one -> one.state() == wanted)
                .filter(one -> last == null || NamedRedactions.number(one.id()) > NamedRedactions.number(last))
                .limit(limit)
                .toList();
    }

    private Redaction.State state() {
        return Arrays.stream(Redaction.State.values())
                .filter(one -> one.name().equals(state.strip().toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                        () -> new WrongUsage("--state is suggested, applied or refused, not " + Terminal.plain(state)));
    }

    private void print(Page page) {
        if (page.redactions().isEmpty()) {
            terminal.say("No redaction is " + state);
        }
        page.redactions().forEach(one -> one.print(terminal));
        if (page.next() != null) {
            terminal.say("");
            terminal.say("For the next page, add to the same command: --after %s", page.next());
        }
    }
}
