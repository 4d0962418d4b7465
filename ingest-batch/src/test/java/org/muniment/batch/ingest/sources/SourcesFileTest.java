package org.muniment.batch.ingest.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muniment.batch.ingest.FileSource;
import org.muniment.batch.ingest.IngestRequest.Custody;
import org.muniment.batch.ingest.SourceType;

class SourcesFileTest {
    @TempDir
    private Path folder;

    private final List<String> secrets = new ArrayList<>();

    /** A kind with every sort of key. */
    private final class Probe implements SourceKind {
        @Override
        public String type() {
            return "probe";
        }

        @Override
        public List<Account> accounts(SourceSettings settings) throws SettingsProblem {
            settings.whole("port", 1, 65_535, 993);
            settings.flag("strict", true);
            assertThat(settings.period("every", Duration.ofHours(1))).isPositive();
            settings.texts("folders");
            settings.findSecret("password").map(Secret::reveal).ifPresent(secrets::add);
            for (SourceSettings account : settings.entries("accounts")) {
                account.custodian("user");
            }
            return List.of();
        }
    }

    private List<SourceEntry> read(String yaml) throws IOException, SettingsProblem {
        Path file = Files.writeString(folder.resolve("sources.yaml"), yaml);
        return new SourcesFile(
                        file,
                        List.of(new FilesKind(folder.resolve("archive")), new Probe()),
                        Map.of("GATE", "open sesame"))
                .read();
    }

    private SourceEntry probe(String keys) throws IOException, SettingsProblem {
        return read("sources:\n  - name: p\n    type: probe\n" + keys.indent(4)).getFirst();
    }

    @Test
    void anEntryIsReadWithItsPathCountedFromTheFile() throws Exception {
        SourceEntry entry = read("""
                sources:
                  - name: office
                    type: files
                    path: exports/office.mbox
                    read: mbox
                    custodian: office@district.example
                """).getFirst();
        assertThat(entry.problem()).isEmpty();
        Account account = entry.accounts().getFirst();
        assertThat(account.source()).isEqualTo(new FileSource(folder.resolve("exports/office.mbox"), SourceType.MBOX));
        assertThat(account.custody()).isInstanceOf(Custody.One.class).hasToString("office@district.example");
        assertThat(account.connection().check().orElseThrow()).contains("There is nothing at");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            port: none                  | line 4: port is no whole number. Write a whole number from 1 to 65535.
            port: 70000                 | line 4: port is 70000. Write a whole number from 1 to 65535.
            strict: yes                 | line 4: strict is 'yes'. Write true or false.
            every: often                | line 4: every is no length of time. Write it as in 10 minutes, 2 hours or 1 day.
            folders: {a: b}             | line 4: folders is a list or a map. Write a text.
            folders: [a, [b]]           | line 4: folders is a list or a map. Write a text.
            port:                       | line 4: port is empty. Write what it is, or leave the key out.
            prot: 993                   | line 4: 'prot' has no meaning here. Write one of name, type, port, strict, every, folders, password, accounts.
            accounts: [{user: a@b.c, x: 1}] | line 4: 'x' has no meaning here. Write one of user.
            accounts: [a]               | line 4: Here stand no keys and values. Write them as key: value.
            accounts: [{user: a b}]     | line 4: user is no address. Write one, such as principal@district.example.
            password: {env: NONE}       | line 4: There is no environment variable NONE for password. Set it for the program before it starts, or name a file.
            password: {}                | line 4: password names no place, or two. Write {env: NAME} or {file: PATH}.
            """)
    void aWrongSettingIsToldWithItsLineAndWhatToDo(String key, String problem) throws Exception {
        assertThat(probe(key).problem().orElseThrow()).hasMessage(problem);
    }

    @Test
    void aKeyThatStandsTwiceAndANameThatStandsTwiceAreRefused() throws Exception {
        assertThat(probe("port: 1\nport: 2").problem().orElseThrow())
                .hasMessage("line 5: port stands here twice. Keep one of them.");
        List<SourceEntry> twins =
                read("sources:\n- {name: a, type: probe}\n- {name: a, type: probe}\n- {name: b, type: telex}\n");
        assertThat(twins.get(0).problem()).isEmpty();
        assertThat(twins.get(1).problem().orElseThrow().line()).isEqualTo(3);
        assertThat(twins.get(2).problem().orElseThrow())
                .hasMessage("line 4: 'telex' is no kind of source. Write one of files, probe.");
    }

    @Test
    void aSecretComesFromTheEnvironmentOrAFileAndIsNeverShown() throws Exception {
        assertThat(probe("password: {env: GATE}").problem()).isEmpty();
        Path key = Files.writeString(folder.resolve("key"), "from a file\n");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        assertThat(probe("password: {file: key}").warnings()).isEmpty();
        assertThat(secrets).containsExactly("open sesame", "from a file");
        assertThat(new Secret("x")).hasToString("(hidden)");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(probe("password: {file: key}").warnings())
                .singleElement()
                .asString()
                .contains("line 4", "can be read by other users", "chmod 600")
                .doesNotContain("from a file");
    }

    @Test
    void aSecretWrittenIntoTheFileIsRefusedWithoutBeingRepeated() throws Exception {
        SettingsProblem problem = probe("password: hunter2").problem().orElseThrow();
        assertThat(problem.line()).isEqualTo(4);
        assertThat(problem.getMessage()).contains("may not stand in this file").doesNotContain("hunter2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                          | line 1: The file is empty
            sources                     | line 1: The file holds no list of sources
            sources: {a: b}             | line 1: The file holds no list of sources
            sources: [                  | This is no YAML
            'password: "hunter2'        | This is no YAML
            """)
    void aFileThatIsNoListOfSourcesIsRefusedAsAWhole(String yaml, String problem) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(SettingsProblem.class)
                .hasMessageContaining(problem)
                .message()
                .doesNotContain("hunter2");
    }

    @Test
    void theArchiveItselfIsNeverTakenIn() throws Exception {
        SourceEntry entry = read("sources: [{name: a, type: files, path: ., custodian: a@b.example}]")
                .getFirst();
        assertThat(entry.problem().orElseThrow().getMessage()).contains("The archive's own folder");
    }
}
