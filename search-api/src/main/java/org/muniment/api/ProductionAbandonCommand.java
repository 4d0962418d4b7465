package org.muniment.api;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muniment production abandon}: a production that will not go out. */
@Command(
        name = "abandon",
        description = {
            "Gives up a production that was not released. The numbers on its pages are never given out again: they stay a gap that "
                    + "is listed with the reason.",
            "Its folder is left where it is."
        },
        footer = {
            "",
            "Example:",
            "  muniment production abandon PR2 --by 'Maria Ortiz, Records' \\",
            "    --reason 'wrong dates'"
        })
final class ProductionAbandonCommand implements Callable<Integer>, AsksServer {
    private final Terminal terminal;

    @Mixin
    private final ProductionStep step = new ProductionStep();

    @Option(names = "--reason", paramLabel = "WORDS", required = true, description = "Why, in a few words.")
    private String reason = "";

    ProductionAbandonCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int ask(RemoteServer server) {
        return step.ask(server, terminal, "/abandonment", Map.of("reason", reason));
    }

    @Override
    public Integer call() {
        return step.take(
                terminal,
                ProductionStep.Before.NOTHING,
                (archive, production, by, at) -> archive.productions().abandon(production.id(), by, reason, at),
                "");
    }
}
