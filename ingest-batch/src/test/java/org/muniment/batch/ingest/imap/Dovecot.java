package org.muniment.batch.ingest.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A real Dovecot 2.3, run as an ordinary process on the loopback with its own settings and mailboxes in a temporary folder.
 * Tests of it are skipped, visibly, where the program is absent; with {@code DOVECOT_REQUIRED=true} they fail there. Every
 * user's password is {@code secret}; {@code archiver} opens all mailboxes.
 */
public final class Dovecot implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/dovecot");
    private static final boolean ROOT = System.getProperty("user.name").equals("root");
    /** Dovecot opens no mailbox as root. */
    private static final String OWNER = ROOT ? "mail" : System.getProperty("user.name");

    private final Path folder;
    private final int port;
    private final int tlsPort;
    private final Process process;

    private Dovecot(Path folder, int port, int tlsPort, Process process) {
        this.folder = folder;
        this.port = port;
        this.tlsPort = tlsPort;
        this.process = process;
    }

    /** Starts it and waits until it answers. */
    public static Dovecot start() {
        boolean required = Boolean.parseBoolean(System.getenv("DOVECOT_REQUIRED"));
        boolean there = Files.isExecutable(PROGRAM);
        assertThat(there || !required).as("dovecot-imapd is installed").isTrue();
        Assumptions.assumeTrue(there, "dovecot-imapd is not installed");
        try {
            Path folder = Files.createTempDirectory("dovecot");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            int port = freePort();
            int tlsPort = freePort();
            certificate(folder);
            Files.createDirectories(folder.resolve("mail"));
            Files.writeString(folder.resolve("masters"), "archiver:{PLAIN}master-secret\n");
            Files.writeString(folder.resolve("conf"), settings(folder, port, tlsPort));
            own(folder.resolve("mail"));
            Process process = new ProcessBuilder(
                            PROGRAM.toString(),
                            "-F",
                            "-c",
                            folder.resolve("conf").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("output").toFile())
                    .start();
            Dovecot started = new Dovecot(folder, port, tlsPort, process);
            started.await();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private static void certificate(Path folder) throws IOException {
        run(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=localhost",
                "-addext",
                "subjectAltName=DNS:localhost",
                "-keyout",
                folder.resolve("key.pem").toString(),
                "-out",
                folder.resolve("cert.pem").toString());
    }

    private static String settings(Path folder, int port, int tlsPort) {
        String users = ROOT
                ? ""
                : "default_internal_user = " + OWNER + "\ndefault_login_user = " + OWNER + "\ndefault_internal_group = "
                        + OWNER + "\nservice anvil {\n  chroot =\n}\n";
        return users + """
                base_dir = %1$s/run
                state_dir = %1$s/state
                log_path = %1$s/log
                listen = 127.0.0.1
                protocols = imap
                ssl = yes
                ssl_cert = <%1$s/cert.pem
                ssl_key = <%1$s/key.pem
                disable_plaintext_auth = no
                auth_mechanisms = plain login
                auth_master_user_separator = *
                first_valid_uid = 1
                first_valid_gid = 1
                mail_fsync = never
                mail_max_userip_connections = 100
                mail_location = maildir:%1$s/mail/%%u
                passdb {
                  driver = passwd-file
                  args = %1$s/masters
                  master = yes
                }
                passdb {
                  driver = static
                  args = password=secret
                }
                userdb {
                  driver = static
                  args = uid=%4$s gid=%4$s home=%1$s/mail/%%u
                }
                namespace inbox {
                  inbox = yes
                  separator = /
                  mailbox Sent {
                    special_use = \\Sent
                  }
                }
                service imap-login {
                  chroot =
                  inet_listener imap {
                    port = %2$d
                  }
                  inet_listener imaps {
                    port = %3$d
                    ssl = yes
                  }
                }
                """.formatted(folder, port, tlsPort, OWNER);
    }

    /** Gives files to the user that Dovecot opens mailboxes as. */
    private static void own(Path path) throws IOException {
        if (ROOT) {
            run("chown", "-R", OWNER + ":" + OWNER, path.toString());
        }
    }

    private static void run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        try {
            assertThat(process.waitFor()).as(said).isZero();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void await() throws IOException {
        for (int i = 0; i < 100; i++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (socket.getInputStream().read() == '*') {
                    return;
                }
            } catch (IOException notYet) {
                pause();
            }
        }
        String log = Files.exists(folder.resolve("log")) ? Files.readString(folder.resolve("log")) : "";
        close();
        throw new IllegalStateException("Dovecot does not answer: " + log);
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public int port() {
        return port;
    }

    public int tlsPort() {
        return tlsPort;
    }

    /** The certificate of its TLS, for the name {@code localhost}. */
    public Path certificate() {
        return folder.resolve("cert.pem");
    }

    /** A user's Maildir. */
    public Path maildir(String user) {
        return folder.resolve("mail").resolve(user);
    }

    /** Puts a Maildir that is there already under a user's name. */
    public void serve(String user, Path maildir) throws IOException {
        run("cp", "-rp", maildir.toString(), maildir(user).toString());
        own(maildir(user));
    }

    /** Fills a user's inbox with messages, each with words of its own. */
    public void fill(String user, int messages, IntFunction<Instant> received) throws IOException {
        Path inbox = Files.createDirectories(maildir(user).resolve("cur"));
        for (int i = 0; i < messages; i++) {
            Path file = inbox.resolve(received.apply(i).getEpochSecond() + ".M" + i + ".test:2,S");
            Files.writeString(
                    file,
                    "From: ann@district.example\r\nSubject: Budget " + i + "\r\n\r\nAbout budget " + i + ".\r\n"
                            + "A line that makes it longer.\r\n".repeat(i % 40));
            Files.setLastModifiedTime(file, FileTime.from(received.apply(i)));
        }
        own(maildir(user));
    }

    /** Makes it forget how it numbered a user's messages: all of them get another UIDVALIDITY. */
    public void renumber(String user) throws IOException {
        forget(user, "dovecot");
    }

    /** Makes it look at a user's files again. */
    public void lookAgain(String user) throws IOException {
        forget(user, "dovecot.index");
    }

    private void forget(String user, String prefix) throws IOException {
        for (Path file : files(maildir(user))) {
            if (String.valueOf(file.getFileName()).startsWith(prefix)) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Marks all messages of a user's inbox, as a mail program would. */
    public void mark(String user, String flag) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write(("1 LOGIN " + user + " secret\r\n2 SELECT INBOX\r\n3 STORE 1:* +FLAGS (" + flag
                                    + ")\r\n4 LOGOUT\r\n")
                            .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII))
                    .contains("3 OK");
        }
    }

    /** The messages of a user's mailbox, in all folders. */
    public List<Path> messages(String user) throws IOException {
        return files(maildir(user)).stream()
                .filter(file -> file.toString().matches(".*/(cur|new)/[^/]+"))
                .toList();
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
            try (Stream<Path> all = Files.walk(folder)) {
                all.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | UncheckedIOException gone) {
            // What is left in the temporary folder harms nobody.
        }
    }
}
