package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;

class SqliteAwaitedTest extends AwaitedContract {
    @Override
    Catalogue open(Path folder) {
        return Catalogue.sqlite(folder.resolve("catalogue.db"));
    }

    @Test
    void anotherProcessThatWaitsIsSeenToo() throws Exception {
        try (Catalogue catalogue = Catalogue.sqlite(folder.resolve("two.db"))) {
            Process other = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Waiting.class.getName(),
                            folder.resolve("two.db.turn").toString())
                    .redirectErrorStream(true)
                    .start();
            try {
                assertThat(other.inputReader().readLine()).isEqualTo("waiting");
                assertThat(catalogue.isAwaited()).isTrue();
            } finally {
                other.destroyForcibly().waitFor();
            }
            assertThat(catalogue.isAwaited()).isFalse();
        }
    }

    /** A process that has taken its turn and waits for the file. */
    static final class Waiting {
        private Waiting() {}

        static void main(String[] file) throws IOException, InterruptedException {
            try (FileChannel channel =
                    FileChannel.open(Path.of(file[0]), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.lock();
                System.out.println("waiting");
                Thread.sleep(60_000);
            }
        }
    }
}
