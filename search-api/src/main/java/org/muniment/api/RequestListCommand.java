package org.muniment.api;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.muniment.archive.Archive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muniment request list}: requests by the days that are left. */
@Command(
        name = "list",
        description = "Lists the open requests, the one that is due first at the top.",
        footer = {"", "Example:", "  muniment request list --all"})
final class RequestListCommand implements Callable<Integer>, AsksServer {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Option(names = "--all", description = "Also those that are closed.")
    private boolean all;

    RequestListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int ask(RemoteServer server) {
        List<ShownRequest> requests = server.all("/requests", Map.of("all", all), ShownRequest.class);
        options.answer(terminal, requests, () -> print(requests));
        return ExitCode.DONE;
    }

    @Override
    public Integer call() {
        try (Archive archive = Archive.read(options.folder(), terminal.clock())) {
            List<ShownRequest> requests = archive.requests().list().stream()
                    .filter(request -> all || request.isOpen())
                    .map(request -> ShownRequest.of(archive, request))
                    .sorted(ShownRequest.FIRST_DUE)
                    .toList();
            options.answer(terminal, requests, () -> print(requests));
        }
        return ExitCode.DONE;
    }

    private void print(List<ShownRequest> requests) {
        if (requests.isEmpty()) {
            terminal.say(all ? "No request was ever entered" : "No request is open");
        }
        for (ShownRequest request : requests) {
            terminal.say(
                    "%-6s %-14s received %s, %s  %s",
                    request.id(),
                    request.timeLeft(),
                    request.received(),
                    due(request),
                    Terminal.plain(request.summary()));
        }
    }

    private static String due(ShownRequest request) {
        return switch (request.due()) {
            case ANSWER -> "answer by " + request.answerBy();
            case RECORDS -> "records promised for " + request.dueDay();
            case ANSWERED, RELEASED, CLOSED -> "nothing due";
        };
    }
}
