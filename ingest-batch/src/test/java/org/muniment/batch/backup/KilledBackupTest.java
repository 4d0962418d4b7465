package org.muniment.batch.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.muniment.batch.Child;

/** A backup that is killed is gone on with. */
class KilledBackupTest extends BackedUpArchive {
    @Test
    @Tag("slow")
    void aKilledBackupGoesOnWithWhatIsMissingAndTheCopyBeforeStaysWhole() throws Exception {
        long seed = System.nanoTime();
        System.out.println("killed backup seed " + seed);
        Random random = new Random(seed);
        create(ArchiveSettings.embedded(home()), 300);
        backUp();
        mail("second.mbox", 300, 1500);
        try (Archive archive = Archive.write(home(), Clock.systemUTC())) {
            ingest(archive, "second.mbox");
        }
        int killed = 0;
        for (int round = 0; round < 2; round++) {
            killed += kill(random) ? 1 : 0;
            assertThat(new BackupFolder(target()).record()).isPresent();
        }
        assertThat(killed).isPositive();

        Backup.Done done = backUp();
        assertThat(done.record().objects()).isEqualTo(1500);
        assertThat(target().resolve("next")).doesNotExist();
        assertThat(sha256sum()).isZero();
        assertThat(restore(null, null).isClean()).isTrue();
        assertThat(everything(restored())).isEqualTo(everything(home()));
    }

    private boolean kill(Random random) throws Exception {
        Process process = Child.start(256, KilledBackupTest.class, home().toString(), target().toString());
        try (BufferedReader lines = process.inputReader()) {
            lines.lines().filter(line -> line.startsWith("copied ")).findFirst();
            TimeUnit.MILLISECONDS.sleep(random.nextInt(150));
            boolean alive = process.isAlive();
            process.destroyForcibly().waitFor();
            return alive;
        }
    }

    /** What the process that is killed does. */
    public static void main(String... arguments) {
        try (Archive archive = Archive.decide(Path.of(arguments[0]), Clock.systemUTC())) {
            System.out.println("copied 0");
            new Backup(archive, Path.of(arguments[1]), true, true, copied -> System.out.println("copied " + copied))
                    .run();
        }
    }
}
