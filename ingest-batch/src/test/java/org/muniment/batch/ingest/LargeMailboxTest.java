package org.muniment.batch.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.item.Custodian;
import org.muniment.batch.Child;
import org.muniment.batch.Rooms;
import org.muniment.batch.ingest.IngestRequest.Custody;

/** Memory does not grow with the mailbox nor with a message: taken in by a process with a small heap. */
class LargeMailboxTest {
    @TempDir
    private Path folder;

    @Test
    @Tag("short")
    void aMailboxLargerThanTheHeapIsTakenIn() throws Exception {
        takeIn(400L << 20, 384);
    }

    @Test
    @Tag("slow")
    void aMailboxFiveTimesTheHeapIsTakenIn() throws Exception {
        int gigabytes = Integer.getInteger("muniment.mailbox.gigabytes", 1);
        takeIn((long) gigabytes << 30, gigabytes * 1024 / 5);
    }

    private void takeIn(long size, int megabytes) throws Exception {
        long messages = write(size);
        Process process = Child.start(megabytes, LargeMailboxTest.class, folder.toString());
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output.lines()).contains(messages + " messages");
    }

    /** One message of a quarter of the file, many of 1 MB, and many small ones. */
    private long write(long size) throws IOException {
        byte[] line = ("x".repeat(75) + "\n").getBytes(StandardCharsets.US_ASCII);
        long written = 0;
        long count = 0;
        try (OutputStream out =
                new BufferedOutputStream(Files.newOutputStream(folder.resolve("large.mbox")), 1 << 20)) {
            while (written < size) {
                long body = count == 3 ? Math.min(size / 4, 1L << 30) : count % 20 == 0 ? 1 << 20 : 40_000;
                out.write(("From a Mon Mar  2 09:30:00 2026\nSubject: " + count + "\n\n")
                        .getBytes(StandardCharsets.US_ASCII));
                for (long at = 0; at < body; at += line.length) {
                    out.write(line);
                }
                out.write('\n');
                written += body;
                count++;
            }
        }
        return count;
    }

    /** What the small process does. */
    public static void main(String... arguments) {
        Path folder = Path.of(arguments[0]);
        ArchiveSettings settings = ArchiveSettings.embedded(folder.resolve("archive"));
        try (Archive archive = Archive.create(settings, Clock.systemUTC())) {
            Reconciliation sum = new Ingest(Rooms.of(archive))
                    .run(
                            new IngestRequest(
                                    folder.resolve("large.mbox"),
                                    SourceType.AUTO,
                                    new Custody.One(new Custodian("clerk@district.example"))),
                            Progress.NONE);
            System.out.println(sum.stored() + " messages");
        }
        System.exit(0);
    }
}
