package org.muniment.batch.ingest.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.muniment.batch.ingest.Reconciliation;

class DovecotImapSourceTest extends ImapSourceContract {
    @RegisterExtension
    static final RealMailServer SERVER = new RealMailServer();

    private static Dovecot server() {
        return SERVER.get();
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

    /** The number is of {@code -Dmuniment.imap}; ten thousand are taken in within seconds. */
    @Test
    @Tag("slow")
    void manyMessagesAreTakenInOnceThoughConnectionsBreakAndNumbersChange() throws Exception {
        int all = Integer.getInteger("muniment.imap", 2_000);
        server().fill("principal", all, RECEIVED::plusSeconds);
        Reconciliation done;
        try (CuttingProxy proxy = new CuttingProxy(port())) {
            proxy.cutAfter(all * 200L);
            done = takeIn(proxy.port());
            assertThat(proxy.connections()).isGreaterThan(2);
        }
        System.out.printf(
                "%d messages in %.1f s: %.0f a second%n", done.read(), done.seconds(), done.read() / done.seconds());
        assertThat(done.stored()).isEqualTo(all);
        assertThat(takeIn(port()).read()).isZero();
        Thread.sleep(1100);
        server().renumber("principal");
        Reconciliation again = takeIn(port());
        assertThat(again.duplicates()).isEqualTo(all);
        assertThat(rooms().items().holdings().items()).isEqualTo(all);
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
