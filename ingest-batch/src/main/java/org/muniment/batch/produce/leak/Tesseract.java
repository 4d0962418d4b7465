package org.muniment.batch.produce.leak;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.muniment.batch.InstalledProgram;

/** Reads pictures with Tesseract, where it is installed: a program of its own, ended when it takes too long. */
public final class Tesseract implements PictureReader {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path program;

    private Tesseract(Path program) {
        this.program = program;
    }

    /**
     * Looks for the program.
     *
     * @param path folders to look in, as in the environment's {@code PATH}
     */
    public static PictureReader find(String path) {
        return InstalledProgram.find(path, "tesseract")
                .<PictureReader>map(Tesseract::new)
                .orElse(PictureReader.NONE);
    }

    @Override
    public Optional<String> words(byte[] picture) throws IOException {
        Path folder = Files.createTempDirectory("muniment-ocr");
        try {
            return Optional.of(words(Files.write(folder.resolve("picture"), picture), folder.resolve("words")));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while a picture was read", e);
        } finally {
            Files.deleteIfExists(folder.resolve("picture"));
            Files.deleteIfExists(folder.resolve("words.txt"));
            Files.deleteIfExists(folder);
        }
    }

    private String words(Path picture, Path words) throws IOException, InterruptedException {
        ProcessBuilder reading = new ProcessBuilder(
                        program.toString(), picture.toString(), words.toString(), "--dpi", "200")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        reading.environment().put("OMP_THREAD_LIMIT", "1");
        Process process = reading.start();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new IOException(program + " did not read a picture within " + PATIENCE.toSeconds() + " seconds");
        }
        if (process.exitValue() != 0) {
            throw new IOException(program + " could not read a picture: it ended with " + process.exitValue());
        }
        return Files.readString(words.resolveSibling(words.getFileName() + ".txt"), StandardCharsets.UTF_8);
    }
}
