package org.muniment.api.schedule;

import java.util.List;
import java.util.concurrent.Callable;
import org.muniment.api.ArchiveOptions;
import org.muniment.api.ExitCode;
import org.muniment.api.Terminal;
import org.muniment.archive.Archive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code muniment event list}: what was recorded. */
@Command(
        name = "list",
        description = "Lists the events that were recorded, oldest first.",
        footer = {"", "Example:", "  muniment event list"})
final class EventListCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    EventListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Listed(List<ShownEvent> events) {}

    @Override
    public Integer call() {
        try (Archive archive = Archive.read(options.folder(), terminal.clock())) {
            Listed listed = new Listed(archive.retention().events().all().stream()
                    .map(ShownEvent::of)
                    .toList());
            options.answer(terminal, listed, () -> {
                terminal.say("%d events recorded", listed.events().size());
                listed.events().forEach(one -> terminal.sayWrapped("  ", one.sentence()));
            });
        }
        return ExitCode.DONE;
    }
}
