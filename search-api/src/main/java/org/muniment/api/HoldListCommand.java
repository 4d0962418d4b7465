package org.muniment.api;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.muniment.archive.Archive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muniment hold list}: all holds and where they stand. */
@Command(
        name = "list",
        description = "Lists the holds that bind, the oldest first.",
        footer = {"", "Example:", "  muniment hold list --all"})
final class HoldListCommand implements Callable<Integer>, AsksServer {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Option(names = "--all", description = "Also those that have ended.")
    private boolean all;

    HoldListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int ask(RemoteServer server) {
        List<ShownHold> holds = server.all("/holds", Map.of("all", all), ShownHold.class);
        options.answer(terminal, holds, () -> print(holds));
        return ExitCode.DONE;
    }

    @Override
    public Integer call() {
        try (Archive archive = Archive.read(options.folder(), terminal.clock())) {
            var today = archive.holds().day(archive.clock().instant());
            List<ShownHold> holds = ShownHold.all(
                    archive,
                    archive.holds().all().stream()
                            .filter(hold -> all || hold.bindsOn(today))
                            .toList());
            options.answer(terminal, holds, () -> print(holds));
        }
        return ExitCode.DONE;
    }

    private void print(List<ShownHold> holds) {
        if (holds.isEmpty()) {
            terminal.say(all ? "No hold was ever placed" : "No hold binds");
        }
        for (ShownHold hold : holds) {
            terminal.say(
                    "%-6s %-18s %-16s %10d items  %s %s",
                    hold.id(), hold.kind(), hold.state(), hold.items(), hold.matter(), Terminal.plain(hold.title()));
            if (hold.unacknowledged() > 0) {
                terminal.say("       %d of its custodians have not acknowledged it", hold.unacknowledged());
            }
        }
    }
}
