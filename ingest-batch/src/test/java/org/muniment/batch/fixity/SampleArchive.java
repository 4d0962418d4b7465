package org.muniment.batch.fixity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.Rejection;
import org.muniment.archive.item.Run;
import org.muniment.archive.item.Tally;
import org.muniment.archive.store.Digest;
import org.muniment.batch.Destroying;
import org.muniment.batch.Rooms;
import org.muniment.batch.ingest.Ingest;
import org.muniment.batch.ingest.IngestRequest;
import org.muniment.batch.ingest.IngestRequest.Custody;
import org.muniment.batch.ingest.Progress;
import org.muniment.batch.ingest.SourceType;
import org.muniment.batch.reindex.Reindex;

/**
 * A small archive with all that a check looks at: two custodians and copies between them, threads, an item that can't be
 * read, an item collected again, runs, rejections, destroyed items, one of them there once more.
 */
final class SampleArchive {
    static final int ITEMS = 58;

    private SampleArchive() {}

    /** Creates it. The ids of its items depend on nothing but this class. */
    static Archive create(ArchiveSettings settings) throws IOException {
        Path mail = settings.folder().resolveSibling(settings.folder().getFileName() + "-mail");
        for (int i = 0; i < 60; i++) {
            write(mail.resolve(i % 2 == 0 ? "ann@x.example" : "bob@x.example"), i, message(i % 15 == 14 ? 2 : i));
        }
        write(
                mail.resolve("bob@x.example"),
                60,
                "Subject: s\nMIME-Version: 1.0\n"
                        + "Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\n"
                        + "Content-Transfer-Encoding: base64\n\nMIAGCSqGSIb3DQEHA6CAMIACAQA=\n");
        Archive archive = Archive.create(settings, Clock.systemUTC());
        ingest(archive, mail, new Custody.ByFolder(Optional.empty()));
        ingest(archive, mail.resolve("bob@x.example"), new Custody.One(new Custodian("clerk@x.example")));
        reject(archive);
        destroy(archive, mail.resolveSibling(mail.getFileName() + "-transitory"));
        archive.ledger().checkpoint();
        return archive;
    }

    static void ingest(Archive archive, Path mail, Custody custody) {
        new Ingest(Rooms.of(archive)).run(new IngestRequest(mail, SourceType.AUTO, custody), Progress.NONE);
    }

    static void write(Path folder, int number, String message) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(number + ".eml"), message);
    }

    static String message(int number) {
        String parent = number % 3 == 0 ? "" : "References: <" + (number - number % 3) + "@x.example>\n";
        String id = number % 10 == 9 ? "" : "Message-ID: <" + number + "@x.example>\n";
        return id + parent + "Date: Mon, 2 Mar 2026 09:" + (10 + number % 50) + ":00 -0800\nFrom: ann@x.example\n"
                + "To: bob@x.example\nSubject: Number " + number + "\n\nThe budget of number " + number + ".\n";
    }

    /** Three more items; all are destroyed, and one of them is collected and destroyed again, one collected again. */
    private static void destroy(Archive archive, Path mail) throws IOException {
        for (int i = 70; i < 73; i++) {
            write(mail, i, message(i));
        }
        List<ItemId> gone = List.of(id(70), id(71), id(72));
        Custody clerk = new Custody.One(new Custodian("clerk@x.example"));
        ingest(archive, mail, clerk);
        Destroying.destroy(archive, "P1", gone);
        Files.delete(mail.resolve("72.eml"));
        ingest(archive, mail, clerk);
        Destroying.destroy(archive, "P2", List.of(id(70)));
        new Reindex(Rooms.of(archive)).catchUp();
    }

    static ItemId id(int number) {
        return ItemId.of(Digest.of(message(number).getBytes(StandardCharsets.UTF_8)));
    }

    private static void reject(Archive archive) {
        Instant now = archive.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        Run run = new Run(
                Run.idPrefix(now) + "rejects",
                "/mail/broken",
                "clerk@x.example",
                "MBOX",
                Run.State.OPEN,
                now,
                null,
                Duration.ZERO,
                Tally.NONE);
        archive.catalogue().transactions().executeWithoutResult(status -> {
            archive.runs().begin(run);
            archive.runs()
                    .reject(
                            run,
                            List.of(new Rejection("box 1", "too large"), new Rejection("box 2", "can't be read")),
                            now);
            archive.runs().add(run.id(), new Tally(2, 0, 0, 0, 2, 99), Duration.ofMillis(3));
            archive.runs().end(run.id(), now.plusSeconds(1));
        });
    }

    static Verification verify(Archive archive) {
        return new FixityCheck(archive, done -> {}).run(OptionalInt.empty(), List.of());
    }

    static List<String> faults(Archive archive) {
        return named(verify(archive));
    }

    static List<String> named(Verification found) {
        return found.faults().stream()
                .map(fault -> fault.where() + ": " + fault.what())
                .toList();
    }

    /** A source of chance that a failed test can be repeated with. */
    static Random random(String test) {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println(test + " seed " + seed);
        return new Random(seed);
    }

    static byte[] flipped(byte[] good, Random random) {
        byte[] bad = good.clone();
        bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
        return bad;
    }
}
