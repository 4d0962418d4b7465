package org.muniment.api;

import java.util.concurrent.Callable;
import java.util.logging.Handler;
import java.util.logging.Logger;
import org.muniment.api.web.Server;
import org.muniment.api.web.running.JsonLines;
import org.muniment.archive.ArchiveSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muniment serve}: the web pages and the REST interface, until it is told to end. */
@Command(
        name = "serve",
        description = {
            "Serves the web pages, and does the night's work, until it is told to end.",
            "It answers this machine only unless --address names another. Commands may be used on the same archive "
                    + "meanwhile. More settings, such as TLS, are read from application.yaml in the archive's folder."
        },
        footer = {"", "Example:", "  muniment serve", "  muniment serve --port 8443 --address 0.0.0.0"})
final class ServeCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Where it listens; 0 for any that is free (default: ${DEFAULT-VALUE}).")
    private int port = 8080;

    @Option(
            names = "--address",
            paramLabel = "ADDRESS",
            description = "The machine's address it listens at (default: ${DEFAULT-VALUE}, this machine only).")
    private String address = "127.0.0.1";

    ServeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Serving(String address, String archive) {}

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > 65_535) {
            throw new WrongUsage("--port is 0 to 65535, not " + port);
        }
        ArchiveSettings.read(options.folder());
        if (!terminal.interactive()) {
            logForPrograms();
        }
        new ServedArchive(options.folder(), terminal.clock()).stay(new Server.Place(address, port), this::tell);
        return ExitCode.DONE;
    }

    /** Nobody watches: what is logged is read by a program. */
    private static void logForPrograms() {
        for (Handler handler : Logger.getLogger("").getHandlers()) {
            handler.setFormatter(new JsonLines());
        }
    }

    private void tell(Server server, String where) {
        Serving serving = new Serving(where, options.folder().toString());
        options.answer(terminal, serving, () -> terminal.say("Muniment answers at %s   (Ctrl-C ends it)", where));
        server.firstLink()
                .ifPresent(
                        path -> terminal.complain("Nobody has an account yet. Make the first one, an administrator's,"
                                + " here; the link is good once, for a day or until the next start: " + where + path));
        terminal.out().flush();
    }
}
