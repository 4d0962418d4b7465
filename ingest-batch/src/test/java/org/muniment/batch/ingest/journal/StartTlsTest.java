package org.muniment.batch.ingest.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** STARTTLS with a certificate from files, as a mail server that verifies it sees it. */
class StartTlsTest {
    @TempDir
    private Path folder;

    /** Made by the JDK's own tool, and written as PEM. */
    private Certificate certificate() throws Exception {
        Path store = folder.resolve("store.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=archive.district.example",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-validity",
                        "2",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "secret")
                .redirectErrorStream(true)
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        java.security.KeyStore keys = java.security.KeyStore.getInstance(store.toFile(), "secret".toCharArray());
        Path chain = folder.resolve("chain.pem");
        Path key = folder.resolve("key.pem");
        Files.writeString(
                chain, pem("CERTIFICATE", keys.getCertificate("server").getEncoded()));
        Files.writeString(
                key,
                pem("PRIVATE KEY", keys.getKey("server", "secret".toCharArray()).getEncoded()));
        return new Certificate(chain, key);
    }

    private static String pem(String what, byte[] bytes) {
        return "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder().encodeToString(bytes) + "\n-----END " + what
                + "-----\n";
    }

    private static SSLContext trusting(Path chain) throws Exception {
        java.security.KeyStore trusted = java.security.KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (var in = Files.newInputStream(chain)) {
            trusted.setCertificateEntry(
                    "server", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static String say(Socket socket, BufferedReader in, String command) throws IOException {
        socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
        String line = in.readLine();
        StringBuilder all = new StringBuilder();
        while (line != null) {
            all.append(line).append('\n');
            if (!line.startsWith("-", 3)) {
                break;
            }
            line = in.readLine();
        }
        return all.toString();
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    }

    /** Both doors begin in the open. */
    @ParameterizedTest
    @CsvSource({"EHLO", "LHLO"})
    void mailIsTakenOverTlsAndOnlySoWhereThatIsRequired(String greeting) throws Exception {
        Certificate certificate = certificate();
        JournalSettings settings = Listening.settings(certificate, true, 1 << 20, 5, Duration.ofHours(1));
        try (Listening journal = new Listening(folder.resolve("archive"), settings);
                Socket plain = new Socket(
                        InetAddress.getLoopbackAddress(), greeting.equals("LHLO") ? journal.lmtp() : journal.smtp())) {
            BufferedReader in = reader(plain);
            in.readLine();
            assertThat(say(plain, in, greeting + " x")).contains("STARTTLS");
            assertThat(say(plain, in, "MAIL FROM:<a@district.example>")).startsWith("530");
            assertThat(say(plain, in, "STARTTLS")).startsWith("220");
            try (SSLSocket secure = (SSLSocket) trusting(certificate.chain())
                    .getSocketFactory()
                    .createSocket(plain, "127.0.0.1", plain.getPort(), true)) {
                var parameters = secure.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                secure.setSSLParameters(parameters);
                BufferedReader safe = reader(secure);
                say(secure, safe, greeting + " x");
                assertThat(say(secure, safe, "MAIL FROM:<a@district.example>")).startsWith("250");
                assertThat(say(secure, safe, "RCPT TO:<b@district.example>")).startsWith("250");
                assertThat(say(secure, safe, "DATA")).startsWith("354");
                assertThat(say(secure, safe, "Subject: safe\r\n\r\nx\r\n.")).startsWith("250 2.0.0 Kept");
            }
        }
    }

    @Test
    void commandsSentAheadOfTlsAreNotObeyedWithinIt() throws Exception {
        Certificate certificate = certificate();
        JournalSettings settings = Listening.settings(certificate, false, 1 << 20, 5, Duration.ofHours(1));
        try (Listening journal = new Listening(folder.resolve("archive"), settings);
                Socket plain = new Socket(InetAddress.getLoopbackAddress(), journal.lmtp())) {
            BufferedReader in = reader(plain);
            in.readLine();
            say(plain, in, "LHLO x");
            assertThat(say(plain, in, "STARTTLS now")).startsWith("501");
            assertThat(say(plain, in, "STARTTLS\r\nLHLO evil\r\nMAIL FROM:<evil@district.example>"))
                    .startsWith("220");
            try (SSLSocket secure = (SSLSocket) trusting(certificate.chain())
                    .getSocketFactory()
                    .createSocket(plain, "127.0.0.1", plain.getPort(), true)) {
                BufferedReader safe = reader(secure);
                assertThat(say(secure, safe, "RCPT TO:<b@district.example>")).startsWith("503");
                assertThat(say(secure, safe, "MAIL FROM:<a@district.example>"))
                        .as("nor does what was said before count")
                        .startsWith("503");
                assertThat(say(secure, safe, "LHLO x")).contains("SIZE").doesNotContain("STARTTLS");
                assertThat(say(secure, safe, "STARTTLS")).startsWith("503");
            }
        }
    }

    @Test
    void aCertificateThatCannotBeUsedIsExplained() throws Exception {
        Certificate good = certificate();
        Path wrong = folder.resolve("wrong.pem");
        Files.writeString(wrong, "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n");
        assertThatThrownBy(() -> new Certificate(good.chain(), wrong).context())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("openssl pkcs8");
        assertThatThrownBy(() -> new Certificate(good.key(), good.key()).context())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("key.pem");
        assertThatThrownBy(() -> new Certificate(folder.resolve("none.pem"), good.key()).context())
                .isInstanceOf(IOException.class);
    }
}
