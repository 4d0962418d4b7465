package org.muniment.api.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.item.Custodian;
import org.muniment.batch.Rooms;
import org.muniment.batch.ingest.Ingest;
import org.muniment.batch.ingest.IngestRequest;
import org.muniment.batch.ingest.Progress;
import org.muniment.batch.ingest.Reconciliation;
import org.muniment.batch.ingest.Source;
import org.muniment.batch.ingest.SourceType;
import org.muniment.batch.ingest.journal.Admission;
import org.muniment.batch.ingest.journal.Journal;
import org.muniment.batch.ingest.journal.JournalSettings;
import org.muniment.batch.ingest.journal.Network;

/**
 * Measures journal intake over SMTP on the loopback, each message acknowledged when it is durable, against taking the same
 * messages in from files: what the senders' waiting and the protocol cost.
 */
public final class JournalBench {
    private static final String JOURNAL = "journal@archive.district.example";
    private static final Custodian WHO = new Custodian("bench@district.example");

    private final Path scratch;
    private final Clock clock;

    /**
     * @param messages sent
     * @param connections that sent at a time
     * @param limitRate messages a second from files
     * @param rate messages a second over SMTP, all acknowledged
     * @param ratio rate to limit
     * @param p50Millis from the end of a message to its acknowledgement
     * @param p99Millis the same, all but one in a hundred
     * @param cpuMillisPerItem processor milliseconds a message, sender and receiver together
     */
    public record Result(
            int messages,
            int connections,
            double limitRate,
            double rate,
            double ratio,
            double p50Millis,
            double p99Millis,
            double cpuMillisPerItem) {}

    public JournalBench(Path scratch, Clock clock) {
        this.scratch = scratch;
        this.clock = clock;
    }

    /** Runs a warm-up of a fifth, and then the measurement. */
    public Result run(int messages, int connections) {
        measure(Math.max(connections, messages / 5), connections, scratch.resolve("warm-up"));
        return measure(messages, connections, scratch.resolve("measured"));
    }

    private Result measure(int messages, int connections, Path folder) {
        List<String> mail = Stream.iterate(0, i -> i + 1)
                .limit(messages)
                .map(JournalBench::mail)
                .toList();
        Effort limit = Effort.of(() -> fromFiles(mail, folder));
        long[] waits = new long[messages];
        Effort journal = Effort.of(() -> overSmtp(mail, connections, folder.resolve("journal"), waits));
        Arrays.sort(waits);
        return new Result(
                messages,
                connections,
                limit.rate(),
                journal.rate(),
                journal.rate() / limit.rate(),
                waits[messages / 2] / 1e6,
                waits[messages * 99 / 100] / 1e6,
                journal.cpuMillisPerItem());
    }

    private long fromFiles(List<String> mail, Path folder) {
        Path files = folder.resolve("mail");
        try (Archive archive = Archive.create(ArchiveSettings.embedded(folder.resolve("files")), clock)) {
            Files.createDirectories(files);
            for (int i = 0; i < mail.size(); i++) {
                Files.writeString(files.resolve(i + ".eml"), mail.get(i));
            }
            return new Ingest(Rooms.of(archive))
                    .run(new IngestRequest(files, SourceType.EML, new IngestRequest.Custody.One(WHO)), Progress.NONE)
                    .read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long overSmtp(List<String> mail, int connections, Path folder, long[] waits) {
        try (Archive archive = Archive.create(ArchiveSettings.embedded(folder), clock);
                Journal journal =
                        Journal.open(settings(connections), keeper(archive), folder.resolve("spool/journal"), clock);
                ExecutorService senders = Executors.newFixedThreadPool(connections + 1)) {
            Ended ended = new Ended();
            CompletableFuture<Void> run = CompletableFuture.runAsync(() -> ended.watch(journal), senders);
            List<CompletableFuture<Void>> sending = new ArrayList<>();
            for (int sender = 0; sender < connections; sender++) {
                int first = sender;
                sending.add(CompletableFuture.runAsync(
                        () -> send(mail, first, connections, journal.smtpPort(), waits), senders));
            }
            sending.forEach(CompletableFuture::join);
            journal.stop();
            run.join();
            return ended.read;
        }
    }

    private static final class Ended implements Journal.Watcher {
        private long read;

        void watch(Journal journal) {
            try {
                journal.run(this);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void ended(Reconciliation run) {
            read += run.read();
        }

        @Override
        public void failed(RuntimeException failure, Duration pause) {
            throw failure;
        }
    }

    private static void send(List<String> mail, int first, int step, int port, long[] waits) {
        try (SmtpSender sender = new SmtpSender(port)) {
            for (int i = first; i < mail.size(); i += step) {
                waits[i] = sender.send("clerk@district.example", JOURNAL, mail.get(i));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Journal.Keeper keeper(Archive archive) {
        return new Journal.Keeper() {
            @Override
            public Reconciliation keep(Source source) {
                return new Ingest(Rooms.of(archive))
                        .run(new IngestRequest(source, new IngestRequest.Custody.One(WHO)), Progress.NONE);
            }

            @Override
            public boolean isWanted() {
                return false;
            }
        };
    }

    private static JournalSettings settings(int connections) {
        return new JournalSettings(
                "bench",
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                null,
                "archive.district.example",
                null,
                false,
                new Admission(List.of(Network.parse("127.0.0.0/8")), List.of(), List.of(JOURNAL)),
                64 << 20,
                connections + 1,
                Duration.ofHours(1));
    }

    private static String mail(int number) {
        String words = "The budget committee of school " + number % 97 + " meets on day " + number % 365
                + " to look at line " + number + " of the plan; please bring the figures of last year.\r\n";
        return "Message-ID: <" + number + "@district.example>\r\nFrom: Clerk " + number % 31 + " <clerk" + number % 31
                + "@district.example>\r\nTo: board@district.example\r\nDate: Mon, 2 Mar 2026 09:00:00 -0800\r\nSubject: Item "
                + number + "\r\n\r\n" + words.repeat(1 + number % 30);
    }

    /** One connection that sends. */
    private static final class SmtpSender implements AutoCloseable {
        private final java.net.Socket socket;
        private final java.io.BufferedReader replies;

        SmtpSender(int port) throws IOException {
            socket = new java.net.Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            replies = new java.io.BufferedReader(
                    new java.io.InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            expect("220");
            say("EHLO bench\r\n", "250");
        }

        /** Nanoseconds from its last byte to its acknowledgement. */
        long send(String from, String to, String mail) throws IOException {
            say("MAIL FROM:<" + from + ">\r\n", "250");
            say("RCPT TO:<" + to + ">\r\n", "250");
            say("DATA\r\n", "354");
            socket.getOutputStream().write((mail + "\r\n.\r\n").getBytes(StandardCharsets.US_ASCII));
            long sent = System.nanoTime();
            expect("250");
            return System.nanoTime() - sent;
        }

        private void say(String line, String expected) throws IOException {
            socket.getOutputStream().write(line.getBytes(StandardCharsets.US_ASCII));
            expect(expected);
        }

        private void expect(String code) throws IOException {
            String line = replies.readLine();
            while (line != null && line.startsWith("-", 3)) {
                line = replies.readLine();
            }
            if (line == null || !line.startsWith(code)) {
                throw new IOException("The journal said: " + line);
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
