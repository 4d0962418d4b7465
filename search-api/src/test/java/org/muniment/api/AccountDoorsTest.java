package org.muniment.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class AccountDoorsTest {
    private static final String CLERK = "Maria Ortiz, Records";
    private static final String BOSS = "Dr. Elena Marsh, Superintendent";

    @TempDir
    private Path folder;

    private Console console;

    @BeforeEach
    void create() {
        console = new Console(folder.resolve("archive"));
        assertThat(console.run("init", "--zone", "America/Los_Angeles").code()).isZero();
    }

    private Console.Said request(String name, String day) {
        return console.run(
                "accounts",
                "request",
                name,
                "--platform",
                "Facebook",
                "--address",
                "https://facebook.example/lincoln",
                "--purpose",
                "News for families",
                "--requester",
                "Ruth Ashgrove",
                "--requested",
                day,
                "--by",
                CLERK);
    }

    @Test
    void anAccountIsAskedForAndDecidedAndItsHistoryIsShown() {
        assertThat(request("lincoln-facebook", "2026-10-20").out()).contains("answer due by 2026-10-27 (overdue)");
        assertThat(console.run("accounts", "list", "--open").out()).contains("lincoln-facebook", "overdue since");
        Console.Said own = console.run("accounts", "decide", "lincoln-facebook", "approved", "--by", "Ruth Ashgrove");
        assertThat(own.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(own.err()).contains("Whoever asks");
        assertThat(console.run("accounts", "decide", "lincoln-facebook", "maybe", "--by", BOSS)
                        .code())
                .isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(console.run(
                                "accounts",
                                "decide",
                                "lincoln-facebook",
                                "amended",
                                "--because",
                                "Without comments",
                                "--by",
                                BOSS)
                        .out())
                .contains("It is authorised.", "Without comments");
        JsonNode shown =
                console.run("accounts", "show", "lincoln-facebook", "--json").json();
        assertThat(shown.path("authorised").asBoolean()).isTrue();
        assertThat(shown.path("answers")).hasSize(1);
        assertThat(console.run("accounts", "list", "--open").out()).startsWith("0 accounts");
        assertThat(console.run("accounts", "show", "other").err()).contains("no account 'other'");
    }

    @Test
    void aWebArchiveIsTakenInFoundShownAndGivenOutAgain() throws IOException {
        String block = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<title>Measure K</title><p>It passed";
        String record = "WARC/1.0\r\n"
                + "WARC-Type: response\r\n"
                + "WARC-Target-URI: https://www.district.example/news\r\n"
                + "WARC-Date: 2025-03-04T05:06:07Z\r\n"
                + "WARC-Record-ID: <urn:uuid:f7a3c1d0-8f0a-4f0e-9d8e-000000000001>\r\n"
                + "Content-Type: application/http; msgtype=response\r\n"
                + "Content-Length: " + block.length() + "\r\n\r\n"
                + block + "\r\n\r\n";
        Path file = Files.writeString(folder.resolve("news.warc"), record, StandardCharsets.ISO_8859_1);
        assertThat(console.run("ingest", file.toString(), "--custodian", "www.district.example")
                        .code())
                .isZero();
        JsonNode found = console.run("search", "kind:posting url:\"district.example/news\" passed", "--json")
                .json();
        assertThat(found.path("total").asLong()).isEqualTo(1);
        String id = found.at("/items/0/id").asString();
        String page = console.run("item", id).out();
        assertThat(page).contains("Measure K", "https://www.district.example/news", "(posting, ");
        assertThat(console.run("item", id, "--raw").bytes()).isEqualTo(record.getBytes(StandardCharsets.ISO_8859_1));
        Path out = folder.resolve("out.warc.gz");
        assertThat(console.run("accounts", "export", "--to", out.toString()).out())
                .startsWith("1 posting written");
        assertThat(out).isNotEmptyFile();
        assertThat(console.run("accounts", "export", "--to", out.toString()).code())
                .isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(console.run("accounts", "pages").out()).startsWith("0 pages");
    }
}
