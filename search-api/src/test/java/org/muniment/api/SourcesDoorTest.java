package org.muniment.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sources commands, as a clerk types them. */
class SourcesDoorTest {
    private static final String GOOD = """
            sources:
              - name: office
                type: files
                path: ../mail
                custodian: office@district.example
            """;

    @TempDir
    private Path folder;

    private Console console = new Console(Path.of(""));

    @BeforeEach
    void initialise() throws IOException {
        console = new Console(folder.resolve("archive"));
        assertThat(console.run("init").code()).isZero();
        Files.createDirectories(folder.resolve("mail"));
        Files.writeString(folder.resolve("mail/1.eml"), "From: a@b.example\nSubject: One\n\nOne\n");
        Files.writeString(folder.resolve("mail/2.eml"), "From: a@b.example\nSubject: Two\n\nTwo\n");
    }

    private void set(String yaml) throws IOException {
        Files.writeString(console.archive().resolve("sources.yaml"), yaml);
    }

    @Test
    void whatTheFileNamesIsTakenInOnceAndAccountedFor() throws IOException {
        set(GOOD);
        assertThat(console.run("sources", "list").out()).contains("office  files", "never taken in");
        Console.Said check = console.run("sources", "check");
        assertThat(check.code()).isZero();
        assertThat(check.out()).contains("in order", "1 of 1 in order.");
        Console.Said first = console.run("sources", "collect");
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.out()).contains("office", "Stored             2");
        Console.Said again = console.run("sources", "collect", "office", "--json");
        assertThat(again.json().get(0).get("run").get("duplicates").asInt()).isEqualTo(2);
        assertThat(console.run("sources", "list").out()).contains("complete; read 2 = stored ");
    }

    @Test
    void oneThatFailsAndOneThatIsWrongDoNotKeepTheNextFromBeingTakenIn() throws IOException {
        set("""
                sources:
                  - {name: gone, type: files, path: /nowhere/at/all, custodian: a@b.example}
                  - {name: wrong, type: files, path: ../mail, custodan: a@b.example}
                """ + GOOD.substring(GOOD.indexOf('\n') + 1));
        Console.Said check = console.run("sources", "check");
        assertThat(check.code()).isEqualTo(ExitCode.FAILED);
        assertThat(check.out())
                .contains("There is nothing at /nowhere/at/all", "line 3", "1 of 3 in order.", "office  files");
        Console.Said collect = console.run("sources", "collect");
        assertThat(collect.code()).isEqualTo(ExitCode.FAILED);
        assertThat(collect.out())
                .contains(
                        "FAILED there is nothing at /nowhere/at/all",
                        "WRONG sources.yaml, line 3",
                        "Stored             2");
        assertThat(console.run("sources", "list").out()).contains("FAILED");
        Console.Said night = console.run("nightly");
        assertThat(night.out())
                .contains("Collecting: done. 1 of 3 sources", "ALERT  The source gone", "Correct the source wrong");
        set(GOOD);
        Console.Said next = console.run("nightly", "--json");
        assertThat(next.json().get("alerts")).isEmpty();
    }

    @Test
    void aFileThatIsMissingOrNoListIsSaid() throws IOException {
        assertThat(console.run("sources", "check").err()).contains("There is no", "sources.yaml");
        assertThat(console.run("nightly").out()).contains("No sources are set up");
        set("sources: [");
        Console.Said broken = console.run("sources", "list");
        assertThat(broken.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(broken.err()).contains("sources.yaml, line 1: This is no YAML");
        set(GOOD);
        Console.Said unknown = console.run("sources", "collect", "ofice");
        assertThat(unknown.code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(unknown.err()).contains("No source is named 'ofice'");
    }
}
