package org.muniment.batch.ingest.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.muniment.batch.ingest.Reconciliation;

class DovecotImapSourceTest extends ImapSourceContract {
    private static @Nullable Dovecot server;

    @BeforeAll
    static void start() {
        server = Dovecot.start();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    private static Dovecot server() {
        return java.util.Objects.requireNonNull(server);
    }

    @BeforeEach
    void empty() throws IOException {
        Path mailbox = server().maildir("principal");
        if (Files.exists(mailbox)) {
            Files.move(mailbox, mailbox.resolveSibling("old" + System.nanoTime()));
        }
    }

    @Override
    int port() {
        return server().port();
    }

    @Test
    void aChangedUidvalidityReadsEverythingAgainAndRemovesNothing() throws Exception {
        try (ImapConnection connection = connect()) {
            for (int i = 0; i < 5; i++) {
                TestAccount.deliver(connection, "INBOX", List.of(), RECEIVED, mail(i));
            }
        }
        takeIn(port());
        List<String> before = collections().stream().map(one -> one.place()).toList();
        Thread.sleep(1100); // A new UIDVALIDITY is the second in which Dovecot gives it.
        server().renumber("principal");
        Reconciliation again = takeIn(port());
        assertThat(again.read()).isEqualTo(5);
        assertThat(again.duplicates()).isEqualTo(5);
        assertThat(rooms().items().holdings().items()).isEqualTo(5);
        assertThat(collections()).extracting(one -> one.place()).hasSize(10).containsAll(before);
    }

    private ImapSource tls(String host, int port, String more) {
        String yaml = """
                sources:
                - name: mail
                  type: imap
                  host: %s
                  port: %d
                  %s
                  accounts:
                    - custodian: principal@district.example
                      user: principal
                      password: {file: secret}
                """.formatted(host, port, more);
        return (ImapSource) TestAccount.accounts(yaml, folder()).getFirst().source();
    }

    @Test
    void theServersCertificateMustBeTrustedAndNameTheHost() {
        String authority = "ca-file: " + server().certificate();
        assertThat(tls("localhost", server().tlsPort(), authority).check()).isEmpty();
        assertThat(tls("localhost", port(), authority + "\n  security: starttls")
                        .check())
                .isEmpty();
        assertThat(tls("localhost", server().tlsPort(), "security: tls").check())
                .hasValueSatisfying(words -> assertThat(words).contains("trusted"));
        assertThat(tls("127.0.0.1", server().tlsPort(), authority).check())
                .hasValueSatisfying(words -> assertThat(words).contains("certificate"));
        assertThat(tls("127.0.0.1", port(), authority + "\n  security: starttls")
                        .check())
                .isPresent();
    }

    @Test
    void aMasterUserOpensAPersonsMailbox() throws IOException {
        Files.writeString(folder().resolve("master"), "master-secret");
        for (String way : List.of("separator", "sasl")) {
            String yaml = """
                    sources:
                    - name: mail
                      type: imap
                      host: localhost
                      port: %d
                      ca-file: %s
                      master: archiver
                      master-way: %s
                      master-password: {file: master}
                      accounts:
                        - custodian: principal@district.example
                          user: principal
                    """.formatted(server().tlsPort(), server().certificate(), way);
            assertThat(TestAccount.accounts(yaml, folder())
                            .getFirst()
                            .connection()
                            .check())
                    .as(way)
                    .isEmpty();
        }
    }

    @Test
    void aWrongPasswordIsToldWithoutIt() {
        ImapSource wrong =
                TestAccount.at("localhost", port(), "user: principal\n      password: {env: TOKEN}", folder());
        assertThat(wrong.check())
                .hasValueSatisfying(words ->
                        assertThat(words).contains("does not let principal in").doesNotContain("token-of-principal"));
        assertThat(wrong.toString()).doesNotContain("token-of-principal");
    }

    @Test
    @EnabledIfSystemProperty(named = "muniment.imap", matches = "\\d+")
    void manyMessagesAreTakenInAtOnce() throws ImapProblem {
        int all = Integer.getInteger("muniment.imap");
        try (ImapConnection connection = connect()) {
            MailFolder inbox = connection.folders().getFirst();
            for (int i = 0; i < all; i++) {
                connection.append(
                        inbox,
                        List.of(),
                        RECEIVED,
                        org.muniment.archive.store.Spool.of(mail(i).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            }
        }
        Reconciliation done = takeIn(port());
        System.out.printf(
                "%d messages in %.1f s: %.0f a second%n", done.read(), done.seconds(), done.read() / done.seconds());
        assertThat(done.stored()).isEqualTo(all);
        assertThat(takeIn(port()).read()).isZero();
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "MUNIMENT_CORPORA", matches = ".+")
    void aMailboxOfRealMailIsTakenInWhole() throws IOException {
        Path maildir = Path.of(System.getenv("MUNIMENT_CORPORA"), "list-maildir");
        server().serve("principal", maildir);
        int files = server().messages("principal").size();
        Reconciliation done = takeIn(port());
        System.out.println("list-maildir: " + files + " files, " + done);
        assertThat(done.read()).isEqualTo(files);
        assertThat(done.rejected()).isZero();
        assertThat(done.stored() + done.duplicates() + done.unreadable()).isEqualTo(files);
    }
}
