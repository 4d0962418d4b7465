package org.muniment.batch.produce.leak;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.muniment.batch.InstalledProgram;

/**
 * Reads pictures with Tesseract, where it is installed: a program of its own, ended when it takes too long. When the time for
 * all of them is over, the rest is not read.
 */
public final class Tesseract implements PictureReader {
    /** In the environment: minutes that reading all pictures may take. */
    private static final String READING = "MUNIMENT_OCR_MINUTES";

    private static final long READING_MINUTES = 60;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path program;
    private final Duration all;
    private final AtomicLong spent = new AtomicLong();

    private Tesseract(Path program, Duration all) {
        this.program = program;
        this.all = all;
    }

    /** Looks for the program where the environment's {@code PATH} says, with the time that it grants. */
    public static PictureReader installed(Map<String, String> environment) {
        return find(environment.getOrDefault("PATH", ""), Duration.ofMinutes(minutes(environment)));
    }

    private static long minutes(Map<String, String> environment) {
        try {
            return Long.parseLong(environment.getOrDefault(READING, "").strip());
        } catch (NumberFormatException notSet) {
            return READING_MINUTES;
        }
    }

    /**
     * Looks for the program.
     *
     * @param path folders to look in, as in the environment's {@code PATH}
     * @param all what all pictures together may take, added up over the processors that read them
     */
    public static PictureReader find(String path, Duration all) {
        return InstalledProgram.find(path, "tesseract")
                .<PictureReader>map(program -> new Tesseract(program, all))
                .orElse(PictureReader.NONE);
    }

    @Override
    public Optional<String> words(byte[] picture) throws IOException {
        if (spent.get() >= all.toNanos()) {
            return Optional.empty();
        }
        long begin = System.nanoTime();
        Path folder = Files.createTempDirectory("muniment-ocr");
        try {
            return Optional.of(words(Files.write(folder.resolve("picture"), picture), folder.resolve("words")));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while a picture was read", e);
        } finally {
            spent.addAndGet(System.nanoTime() - begin);
            Files.deleteIfExists(folder.resolve("picture"));
            Files.deleteIfExists(folder.resolve("words.txt"));
            Files.deleteIfExists(folder);
        }
    }

    @Override
    public String why() {
        return "the time for reading pictures was over (" + READING + ")";
    }

    private String words(Path picture, Path words) throws IOException, InterruptedException {
        ProcessBuilder reading = new ProcessBuilder(
                        program.toString(), picture.toString(), words.toString(), "--dpi", "200")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        reading.environment().put("OMP_THREAD_LIMIT", "1");
        Process process = reading.start();
        boolean ended;
        try {
            ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } finally {
            process.destroyForcibly().waitFor();
        }
        if (!ended) {
            throw new IOException(program + " did not read a picture within " + PATIENCE.toSeconds() + " seconds");
        }
        if (process.exitValue() != 0) {
            throw new IOException(program + " could not read a picture: it ended with " + process.exitValue());
        }
        return Files.readString(words.resolveSibling(words.getFileName() + ".txt"), StandardCharsets.UTF_8);
    }
}
