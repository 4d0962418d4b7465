package org.muniment.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.muniment.api.web.Server;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code muniment rehearse}: does in a scratch archive what people do daily, so that the JVM can record the classes it
 * needs. The launcher runs it once after a build; decisions/0007.
 */
@Command(
        name = "rehearse",
        hidden = true,
        description = "Warms up the launcher's class cache, in a scratch archive.",
        footer = {"", "Example:", "  muniment rehearse --archive /tmp/scratch/archive"},
        mixinStandardHelpOptions = true)
final class RehearseCommand implements Callable<Integer> {
    private static final String MAIL = """
            From: Records Clerk <records.clerk@district.example>
            To: cbo@district.example
            Date: Mon, 5 Oct 2026 09:00:00 -0700
            Subject: Board minutes
            Message-ID: <rehearsal@district.example>

            The minutes of the October meeting, with the budget, are ready.
            """;

    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    RehearseCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        String archive = options.folder().toString();
        try {
            Path mail = Files.createDirectories(options.folder().resolveSibling("mail"))
                    .resolve("one.eml");
            Files.writeString(mail, MAIL);
            for (List<String> command : commands(archive, mail.toString())) {
                Muniment.run(terminal, command.toArray(String[]::new));
            }
            look();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ExitCode.DONE;
    }

    /** The first page of the web, as a browser asks for it. */
    private void look() throws IOException {
        Server.Place place = new Server.Place("127.0.0.1", 0);
        try (Server server = Server.start(options.folder(), terminal.clock(), place)) {
            URI page = URI.create(server.address() + "/sign-in");
            try (InputStream answer = page.toURL().openStream()) {
                answer.readAllBytes();
            }
        }
    }

    private static List<List<String>> commands(String archive, String mail) {
        return List.of(
                List.of("ingest", mail, "--custodian", "records.clerk@district.example", "--archive", archive),
                List.of("search", "from:clerk budget w/5 ready sent:2026-01-01..", "--archive", archive, "--json"),
                List.of("search", "minut*", "--archive", archive),
                List.of("status", "--archive", archive),
                List.of("exceptions", "--archive", archive),
                List.of("verify", "--archive", archive));
    }
}
