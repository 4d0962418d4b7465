package org.muniment.api;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.production.Production;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muniment production check}: a second person has looked at the package. */
@Command(
        name = "check",
        description = {
            "Records that a second person checked a production: not the one who built it.",
            "Look at its pages first. The folder is then verified, file by file, and must be the one that was built."
        },
        footer = {
            "",
            "Example:",
            "  muniment production check PR1 --by 'Ann Lee, Superintendent'",
            "  muniment production check PR2 --by 'Ann Lee, Superintendent' --dir out/R7"
        })
final class ProductionCheckCommand implements Callable<Integer>, AsksServer {
    private final Terminal terminal;

    @Mixin
    private final ProductionStep step = new ProductionStep();

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "Its folder (default: productions/PR1 in the archive's folder).")
    private @Nullable Path folder;

    ProductionCheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int ask(RemoteServer server) {
        if (folder != null) {
            throw new WrongUsage("With --server there is no --dir: the server checks the folder that it built");
        }
        return step.ask(server, terminal, "/check", Map.of());
    }

    @Override
    public Integer call() {
        return step.take(
                terminal,
                this::requireWhole,
                (archive, production, by, at) -> archive.productions().check(production.id(), by, at),
                "muniment production release %s --by NAME%s");
    }

    /** The folder at hand is whole, and is the one in the register. */
    private void requireWhole(Archive archive, Production production) {
        BuiltPackage.requireWhole(
                archive, production, folder == null ? BuiltPackage.folder(archive, production) : folder);
    }
}
