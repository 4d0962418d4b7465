package org.muniment.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.api.web.TestDistrict;

/** TLS by files: what {@code serve} answers with, and what it says of files that can't be used. */
class TlsTest {
    private static final String PASSWORD = "Tin-Harbor-9";

    @TempDir
    private Path folder;

    private Path archive;

    @BeforeEach
    void district() {
        archive = TestDistrict.copy(folder.resolve("archive"));
    }

    /** A certificate for this machine with its key, as an operator gets them. */
    private record Pair(Path store, Path certificate, Path key, Certificate issued) {
        static Pair make(Path folder, String name) throws IOException, InterruptedException, GeneralSecurityException {
            Path store = folder.resolve(name + ".p12");
            Process keytool = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            "own",
                            "-keyalg",
                            "EC",
                            "-dname",
                            "CN=" + name,
                            "-ext",
                            "SAN=ip:127.0.0.1",
                            "-storetype",
                            "PKCS12",
                            "-storepass",
                            PASSWORD,
                            "-keystore",
                            store.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            assertThat(keytool.waitFor()).isZero();
            KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
            return new Pair(
                    store,
                    pem(
                            folder.resolve(name + ".crt"),
                            "CERTIFICATE",
                            keys.getCertificate("own").getEncoded()),
                    pem(
                            folder.resolve(name + ".key"),
                            "PRIVATE KEY",
                            keys.getKey("own", PASSWORD.toCharArray()).getEncoded()),
                    keys.getCertificate("own"));
        }

        private static Path pem(Path file, String what, byte[] bytes) throws IOException {
            return Files.writeString(
                    file,
                    "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder().encodeToString(bytes) + "\n-----END "
                            + what + "-----\n");
        }

        /** Who believes this certificate and no other. */
        HttpClient believer() throws GeneralSecurityException, IOException {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("own", issued);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return HttpClient.newBuilder().sslContext(context).build();
        }
    }

    private Pair pair(String name) throws IOException, InterruptedException, GeneralSecurityException {
        return Pair.make(folder, name);
    }

    private void settings(String... ssl) throws IOException {
        Files.writeString(
                archive.resolve("application.yaml"),
                "server:\n  ssl:\n    " + String.join("\n    ", List.of(ssl))
                        + "\nmuniment:\n  night:\n    here: false\n");
    }

    private void pem(Path certificate, Path key) throws IOException {
        settings("certificate: " + certificate, "certificate-private-key: " + key);
    }

    private static HttpResponse<String> signIn(HttpClient client, String address)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(address + "/sign-in")).build(), BodyHandlers.ofString());
    }

    /** The command in a process of its own, as an operator starts it. */
    private Process command(Map<String, String> environment) throws IOException {
        ProcessBuilder command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "org.muniment.api.Muniment",
                "serve",
                "--port",
                "0",
                "--archive",
                archive.toString());
        command.environment().putAll(environment);
        return command.start();
    }

    private static void assertServed(String address, Pair pair)
            throws IOException, InterruptedException, GeneralSecurityException {
        assertThat(address).startsWith("https://127.0.0.1:");
        try (HttpClient client = pair.believer()) {
            HttpResponse<String> page = signIn(client, address);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.sslSession().orElseThrow().getPeerCertificates()).containsExactly(pair.issued());
            assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();
            assertThat(page.headers().allValues("Set-Cookie"))
                    .isNotEmpty()
                    .allMatch(cookie -> cookie.contains("; Secure") && cookie.contains("; HttpOnly"));
            assertPlainIsRefused(address);
        }
    }

    private static void assertPlainIsRefused(String address) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> plain = signIn(client, address.replace("https:", "http:"));
            assertThat(plain.statusCode()).isEqualTo(400);
            assertThat(plain.headers().allValues("Set-Cookie")).isEmpty();
            assertThat(plain.body()).contains("requires TLS").doesNotContain("Sign in");
        }
    }

    private void assertServed(Map<String, String> environment, Pair pair)
            throws IOException, InterruptedException, GeneralSecurityException {
        Process serve = command(environment);
        try (BufferedReader says = serve.inputReader()) {
            String line = String.valueOf(says.readLine());
            assertServed(line.replaceFirst(".*(https?://[0-9.:]+).*", "$1"), pair);
        } finally {
            serve.destroy();
            assertThat(serve.waitFor(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    @Test
    void aCertificateAndAKeyAreAnsweredWith() throws IOException, InterruptedException, GeneralSecurityException {
        Pair pair = pair("own");
        pem(pair.certificate(), pair.key());
        assertServed(Map.of(), pair);
    }

    @Test
    void theTwoInOneFileAreAnsweredWith() throws IOException, InterruptedException, GeneralSecurityException {
        Pair pair = pair("own");
        settings("key-store: " + pair.store());
        assertServed(Map.of("SERVER_SSL_KEYSTOREPASSWORD", PASSWORD), pair);
    }

    @Test
    void aWrongFileIsAllThatTheProgramSays() throws IOException, InterruptedException {
        pem(folder.resolve("gone.crt"), folder.resolve("gone.key"));
        Process serve = command(Map.of());
        try (BufferedReader says = serve.errorReader()) {
            assertThat(says.lines()).singleElement().asString().contains("There is no " + folder.resolve("gone.crt"));
        }
        assertThat(serve.waitFor()).isEqualTo(ExitCode.WRONG_USAGE);
    }

    /** What the command says, in one line. */
    private void assertRefused(String why) {
        Console.Said said = new Console(archive).run("serve", "--port", "0");
        assertThat(said.code()).as(said.err()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(said.err().lines())
                .as(said.err())
                .singleElement()
                .asString()
                .startsWith("muniment: The server can't answer with TLS.")
                .contains(why)
                .endsWith("See server.ssl in application.yaml");
    }

    @Test
    void filesThatCantBeUsedAreToldInOneLine() throws IOException, InterruptedException, GeneralSecurityException {
        Pair own = pair("own");
        pem(folder.resolve("gone.crt"), own.key());
        assertRefused("There is no " + folder.resolve("gone.crt"));
        pem(own.certificate(), folder.resolve("gone.key"));
        assertRefused("There is no " + folder.resolve("gone.key"));
        pem(own.certificate(), own.certificate());
        assertRefused("private key");
        pem(Files.writeString(folder.resolve("words.crt"), "no certificate"), own.key());
        assertRefused("ertificate");
        pem(own.certificate(), pair("other").key());
        assertRefused("The private key is not the one of the certificate");
        settings("certificate: " + own.certificate());
        assertRefused("A certificate and its private key are needed");
        settings("key-store: " + own.store(), "key-store-password: wrong");
        assertRefused("password");
        settings("key-store: " + folder.resolve("gone.p12"), "key-store-password: " + PASSWORD);
        assertRefused("gone.p12");
    }
}
