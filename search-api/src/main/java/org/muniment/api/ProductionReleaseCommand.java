package org.muniment.api;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code muniment production release}: the package is given out. */
@Command(
        name = "release",
        description = {
            "Records that a checked production is given out.",
            "From then on, a later production that shows less of an item has to be decided upon (Gov. Code 7921.505)."
        },
        footer = {"", "Example:", "  muniment production release PR1 --by 'Maria Ortiz, Records'"})
final class ProductionReleaseCommand implements Callable<Integer>, AsksServer {
    private final Terminal terminal;

    @Mixin
    private final ProductionStep step = new ProductionStep();

    ProductionReleaseCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int ask(RemoteServer server) {
        return step.ask(server, terminal, "/release", Map.of());
    }

    @Override
    public Integer call() {
        return step.take(
                terminal,
                ProductionStep.Before.NOTHING,
                (archive, production, by, at) -> archive.productions().release(production.id(), by, at),
                "");
    }
}
