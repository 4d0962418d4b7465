package org.muniment.api;

import java.util.Map;
import java.util.concurrent.Callable;
import org.muniment.archive.Archive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code muniment request show}: one request, its deadlines and where its review stands. */
@Command(
        name = "show",
        description = "Shows a request: its deadlines, what it asks for, where its review stands.",
        footer = {"", "Example:", "  muniment request show R3"})
final class RequestShowCommand implements Callable<Integer>, AsksServer {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Parameters(paramLabel = "REQUEST", description = "The request, such as R3.")
    private String name = "";

    RequestShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int ask(RemoteServer server) {
        ShownRequest shown = server.get(RemoteServer.path("/requests/", name), Map.of(), ShownRequest.class);
        options.answer(terminal, shown, () -> shown.print(terminal, server.zone()));
        return ExitCode.DONE;
    }

    @Override
    public Integer call() {
        try (Archive archive = Archive.read(options.folder(), terminal.clock())) {
            ShownRequest shown = ShownRequest.of(archive, NamedSet.request(archive, name));
            options.answer(
                    terminal,
                    shown,
                    () -> shown.print(terminal, archive.settings().zone()));
        }
        return ExitCode.DONE;
    }
}
