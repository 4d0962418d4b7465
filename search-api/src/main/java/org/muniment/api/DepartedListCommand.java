package org.muniment.api;

import java.util.List;
import java.util.concurrent.Callable;
import org.muniment.archive.Archive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muniment departed list}. */
@Command(
        name = "list",
        description = "Lists the departures that something is still to be done about, the oldest first.",
        footer = {"", "Example:", "  muniment departed list --all"})
final class DepartedListCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Option(names = "--all", description = "Also those that are over.")
    private boolean all;

    DepartedListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Archive archive = Archive.read(options.folder(), terminal.clock())) {
            List<ShownDeparture> departures = archive.people().departures().all().stream()
                    .map(one -> ShownDeparture.of(archive, one))
                    .filter(one -> all || one.isOpen())
                    .toList();
            options.answer(terminal, departures, () -> print(departures));
        }
        return ExitCode.DONE;
    }

    private void print(List<ShownDeparture> departures) {
        if (departures.isEmpty()) {
            terminal.say(all ? "No departure was ever recorded" : "Nothing is to be done about anybody who left");
        }
        departures.forEach(one -> one.say(terminal));
    }
}
