package org.muniment.api;

import java.util.List;
import java.util.concurrent.Callable;
import org.muniment.archive.Archive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code muniment production gaps}: Bates numbers that nobody will ever see. */
@Command(
        name = "gaps",
        description =
                "Lists the Bates numbers of a prefix that stand on no page that was given out, and why: for whoever asks for them.",
        footer = {"", "Example:", "  muniment production gaps CUSD"})
final class ProductionGapsCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Parameters(paramLabel = "PREFIX", description = "The prefix, such as CUSD.")
    private String prefix = "";

    ProductionGapsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private record ShownGap(String numbers, long pages, String production, String why) {}

    @Override
    public Integer call() {
        try (Archive archive = Archive.read(options.folder(), terminal.clock())) {
            List<ShownGap> gaps = archive.productions().gaps(prefix).stream()
                    .map(gap -> new ShownGap(
                            gap.numbers().toString(),
                            gap.numbers().pages(),
                            gap.production().value(),
                            gap.why()))
                    .toList();
            options.answer(terminal, gaps, () -> {
                if (gaps.isEmpty()) {
                    terminal.say("No number of %s is missing.", Terminal.plain(prefix));
                }
                gaps.forEach(
                        gap -> terminal.say("%s  %s: %s", gap.numbers(), gap.production(), Terminal.plain(gap.why())));
            });
        }
        return ExitCode.DONE;
    }
}
