package org.muniment.api;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.request.ScopeProposal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code muniment request propose}: what a request may mean, from its words. */
@Command(
        name = "propose",
        description = {
            "Reads a request's words and proposes mailboxes (of people in the directory whom it names), days and search terms.",
            "Nothing is entered: look at it, change it, and give it to: muniment request open."
        },
        footer = {
            "",
            "Example:",
            "  muniment request propose 'All e-mails of Dana Lee about the field",
            "    lights from August through December 2025'"
        })
final class RequestProposeCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Parameters(paramLabel = "WORDS", description = "What was asked, as it was asked.")
    private String words = "";

    RequestProposeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Named(String address, String name, String because) {}

    private record Shown(
            List<Named> custodians,
            @Nullable String from,
            @Nullable String to,
            String query) {}

    @Override
    public Integer call() {
        try (Archive archive = Archive.read(options.folder(), terminal.clock())) {
            ScopeProposal proposal = WordsProposal.of(archive, words);
            Shown shown = new Shown(
                    proposal.custodians().stream()
                            .map(one -> new Named(
                                    one.known().custodian().address(),
                                    one.known().name(),
                                    one.because()))
                            .toList(),
                    proposal.from() == null ? null : proposal.from().toString(),
                    proposal.to() == null ? null : proposal.to().toString(),
                    proposal.query());
            options.answer(terminal, shown, () -> print(shown));
        }
        return ExitCode.DONE;
    }

    private void print(Shown shown) {
        shown.custodians()
                .forEach(one -> terminal.say(
                        "--custodian %s  (%s, named by: %s)",
                        one.address(), Terminal.plain(one.name()), Terminal.plain(one.because())));
        if (shown.from() != null) {
            terminal.say("--from %s", shown.from());
        }
        if (shown.to() != null) {
            terminal.say("--to %s", shown.to());
        }
        terminal.say(shown.query().isEmpty() ? "No words to search for" : "--query '%s'", shown.query());
    }
}
