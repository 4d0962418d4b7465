package org.muniment.archive.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What was acknowledged before a {@code kill -9} is there after it, whole. What was not may be torn, and is whole when it
 * is collected again.
 */
class FileObjectStoreCrashTest {
    private static final int ROUNDS = 20;
    /** No thread puts more before its writer is killed. */
    private static final int MOST = 400;

    @TempDir
    Path root;

    @Test
    void everyAcknowledgedObjectSurvivesAKill() throws Exception {
        long seed = ThreadLocalRandom.current().nextLong();
        System.out.println("kills from seed " + seed);
        Random random = new Random(seed);
        List<Digest> acknowledged = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            List<Digest> survivors = killed(round, 1 + random.nextInt(150), random.nextInt(4));
            assertThat(survivors).isNotEmpty();
            acknowledged.addAll(survivors);
        }

        try (FileObjectStore store = new FileObjectStore(root)) {
            acknowledged.forEach(digest -> assertThat(Digest.of(ObjectStoreContract.read(store, digest)))
                    .isEqualTo(digest));
            Set<Digest> torn = torn(store);
            System.out.println(torn.size() + " torn");
            assertThat(torn).hasSizeLessThanOrEqualTo(ROUNDS * CrashingWriter.THREADS);
            collectAgain(store, torn);
            assertThat(torn(store)).isEmpty();
            assertThat(ObjectStoreContract.list(store)).containsAll(acknowledged);
        }
        assertThat(root.resolve("incoming")).isEmptyDirectory();
    }

    private static Set<Digest> torn(FileObjectStore store) {
        Set<Digest> torn = new HashSet<>();
        for (Digest digest : ObjectStoreContract.list(store)) {
            try {
                ObjectStoreContract.read(store, digest);
            } catch (ObjectCorrupt e) {
                torn.add(digest);
            }
        }
        return torn;
    }

    private static void collectAgain(FileObjectStore store, Set<Digest> torn) {
        for (int at = 0; at < ROUNDS * CrashingWriter.THREADS && !torn.isEmpty(); at++) {
            Random objects = CrashingWriter.objects(at / CrashingWriter.THREADS, at % CrashingWriter.THREADS);
            for (int i = 0; i < MOST; i++) {
                byte[] bytes = CrashingWriter.next(objects);
                if (torn.contains(Digest.of(bytes))) {
                    store.put(new ByteArrayInputStream(bytes));
                }
            }
        }
    }

    /** Kills a writer when it has acknowledged so many objects and a little time has passed. */
    private List<Digest> killed(int round, int after, int milliseconds) throws Exception {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashingWriter.class.getName(),
                        root.toString(),
                        Integer.toString(round))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines = writer.inputReader(StandardCharsets.UTF_8)) {
            List<Digest> acknowledged = new ArrayList<>();
            for (String line; acknowledged.size() < after && (line = lines.readLine()) != null; ) {
                acknowledged.add(new Digest(line));
            }
            Thread.sleep(milliseconds);
            // Not by the Process itself, which would close what there is still to read.
            writer.toHandle().destroyForcibly();
            for (String line; (line = lines.readLine()) != null; ) {
                if (line.length() == 64) {
                    acknowledged.add(new Digest(line));
                }
            }
            return acknowledged;
        } finally {
            writer.destroyForcibly().waitFor();
        }
    }
}
