package org.muniment.batch.ingest.imap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.store.Spool;
import org.muniment.batch.ingest.sources.Account;
import org.muniment.batch.ingest.sources.SourcesFile;

/** An account on a server of a test. */
public final class TestAccount {
    public static final Custodian PRINCIPAL = new Custodian("principal@district.example");

    private TestAccount() {}

    /** As {@code sources.yaml} would name it; the port may be that of a proxy. */
    public static ImapSource at(int port, Path folder) {
        return at("localhost", port, "user: principal\n      password: {file: secret}", folder);
    }

    /** @param login the lines of the account's login */
    static ImapSource at(String host, int port, String login, Path folder) {
        String yaml = """
                sources:
                - name: mail
                  type: imap
                  host: %s
                  port: %d
                  security: plain
                  allow-plain: true
                  timeout: 5 seconds
                  accounts:
                    - custodian: principal@district.example
                      %s
                """.formatted(host, port, login);
        ImapSource read = (ImapSource) accounts(yaml, folder).getFirst().source();
        return new ImapSource(read.account(), read.custodian(), Duration.ofMillis(20));
    }

    static List<Account> accounts(String yaml, Path folder) {
        try {
            Files.writeString(folder.resolve("secret"), "secret\n");
            Files.writeString(folder.resolve("sources.yaml"), yaml);
            return new SourcesFile(
                            folder.resolve("sources.yaml"),
                            List.of(new ImapKind()),
                            Map.of("TOKEN", "token-of-principal"))
                    .read().stream()
                            .peek(entry -> entry.problem().ifPresent(problem -> {
                                throw new IllegalArgumentException(problem.getMessage());
                            }))
                            .flatMap(entry -> entry.accounts().stream())
                            .toList();
        } catch (IOException | org.muniment.batch.ingest.sources.SettingsProblem e) {
            throw new IllegalStateException(e);
        }
    }

    /** Puts a message into a folder, which is made when it is not there. */
    public static void deliver(
            ImapConnection connection, String folder, List<String> flags, @Nullable Instant received, String text)
            throws ImapProblem {
        connection.append(folder(connection, folder), flags, received, Spool.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MailFolder folder(ImapConnection connection, String path) throws ImapProblem {
        Optional<MailFolder> there = connection.folders().stream()
                .filter(one -> one.path().equals(path))
                .findFirst();
        if (there.isPresent()) {
            return there.orElseThrow();
        }
        MailFolder made = connection.named(path);
        connection.create(made);
        return made;
    }
}
