package org.muniment.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The journal as a service of the district's machine. */
class JournalDoorTest {
    private static final String JOURNAL = """
            sources:
              - name: exchange
                type: journal
                smtp: 127.0.0.1:0
                networks: [127.0.0.0/8]
                recipients: [journal@archive.district.example]
                domains: [district.example]
                custodian: unknown@district.example
            """;

    @TempDir
    private Path folder;

    private Console console;

    @BeforeEach
    void create() {
        console = new Console(folder.resolve("archive"));
        assertThat(console.run("init").code()).isZero();
    }

    private void sources(String yaml) throws IOException {
        Files.writeString(console.archive().resolve("sources.yaml"), yaml);
    }

    private static String say(Socket socket, BufferedReader in, String command) throws IOException {
        socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
        String line = in.readLine();
        while (line != null && line.startsWith("-", 3)) {
            line = in.readLine();
        }
        return String.valueOf(line);
    }

    private static void send(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            in.readLine();
            say(socket, in, "EHLO mail");
            say(socket, in, "MAIL FROM:<>");
            say(socket, in, "RCPT TO:<journal@archive.district.example>");
            say(socket, in, "DATA");
            assertThat(say(socket, in, "From: alias@district.example\r\nSubject: Lights\r\n\r\nx\r\n."))
                    .startsWith("250 2.0.0 Kept");
        }
    }

    @Test
    void itListensUntilItIsEndedAndItsRunIsReconciled() throws Exception {
        sources(JOURNAL);
        Path staff = folder.resolve("staff.csv");
        Files.writeString(staff, "Name,Email,Aliases\nClerk,clerk@district.example,alias@district.example\n");
        assertThat(console.run("people", "import", staff.toString(), "--by", "Maria Ortiz, Records")
                        .code())
                .isZero();
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        JournalCommand command = new JournalCommand(new Terminal(
                new PrintWriter(out, false, StandardCharsets.UTF_8),
                new PrintWriter(err, false, StandardCharsets.UTF_8),
                out,
                Console.CLOCK,
                false));
        CompletableFuture<Integer> ended = CompletableFuture.supplyAsync(() ->
                new CommandLine(command).execute("--archive", console.archive().toString()));
        List<Integer> ports = command.ports();
        assertThat(ports).hasSize(2).last().isEqualTo(-1);
        send(ports.getFirst());
        assertThat(console.run("search", "custodian:clerk@district.example").code())
                .isZero();
        command.stop();
        assertThat(ended.get()).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("1");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Listening for SMTP on port " + ports.getFirst());
        assertThat(console.run("status").out())
                .contains("journal exchange", "complete", "read 1 = stored 1", "clerk@district.example");
        assertThat(console.run("search", "custodian:clerk@district.example").out())
                .contains("Lights");
    }

    @Test
    void whatIsWrongIsSaidWithItsLine() throws IOException {
        Console.Said none = console.run("journal");
        assertThat(none.code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(none.err()).contains("There is no ").contains("sources.yaml");
        sources("sources:\n  - name: a\n    type: files\n    path: .\n    custodian: a@district.example\n");
        assertThat(console.run("journal").err()).contains("has type: journal");
        sources(JOURNAL);
        assertThat(console.run("journal", "other").err()).contains("No journal is named 'other'");
        sources(JOURNAL.replace("127.0.0.0/8", "mail.district.example"));
        assertThat(console.run("journal").err()).contains("line 5", "is no network");
        sources(JOURNAL.replace("127.0.0.1:0", "2525"));
        assertThat(console.run("journal").err()).contains("line 4", "is no place to listen");
        sources(JOURNAL + "    tls: required\n");
        assertThat(console.run("journal").err()).contains("line 9", "there is no certificate");
        sources(JOURNAL + "    colour: blue\n");
        assertThat(console.run("journal").err()).contains("line 9", "colour");
        sources(JOURNAL.replace("    recipients: [journal@archive.district.example]\n", ""));
        assertThat(console.run("journal").err()).contains("no address that mail is taken for");
    }
}
