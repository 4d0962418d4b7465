package org.muniment.batch.ingest.voicemail;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.muniment.archive.store.Digest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns a recording into words with a program of the district's choice, run as a process of its own. A recording that was
 * transcribed before keeps its words: a machine may find others the second time, and the item would be stored twice.
 *
 * @param command the program and its arguments; {@code {audio}} in one of them stands for the recording's file
 * @param limit how long it may take for one recording; then it is ended
 * @param known the words that the archive has of a recording
 */
record Transcriber(List<String> command, Duration limit, Known known) {
    private static final Logger LOG = LoggerFactory.getLogger(Transcriber.class);
    private static final int LONGEST = 4 << 20;
    private static final Set<String> SHARED = Set.of("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "LD_LIBRARY_PATH");

    Transcriber {
        command = List.copyOf(command);
    }

    /** What the archive knows of recordings. */
    @FunctionalInterface
    interface Known {
        /** The words that a machine found in a recording of these bytes when it was taken in. */
        Optional<String> words(Digest recording);
    }

    /** What is said in it; empty when the program fails, is too slow or prints nothing. */
    Optional<String> words(Path recording, Digest digest) throws InterruptedException {
        Optional<String> before = known.words(digest);
        return before.isPresent() ? before : run(recording);
    }

    /** Whether there is such a program; else what to do. */
    Optional<String> check() {
        String program = command.getFirst();
        boolean there = program.contains("/")
                ? Files.isExecutable(Path.of(program))
                : Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        return there
                ? Optional.empty()
                : Optional.of("There is no program " + program
                        + " that may be run. Install it, or correct transcriber in sources.yaml.");
    }

    private Optional<String> run(Path recording) throws InterruptedException {
        try {
            Path answer = Files.createTempFile("transcript", ".txt");
            try {
                return run(recording, answer);
            } finally {
                Files.deleteIfExists(answer);
            }
        } catch (IOException e) {
            LOG.warn("The transcriber {} can't be run: {}", command.getFirst(), e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<String> run(Path recording, Path answer) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command.stream()
                .map(part -> part.replace("{audio}", recording.toString()))
                .toList());
        // Other sources' passwords may stand in the environment.
        builder.environment().keySet().retainAll(SHARED);
        Process process = builder.redirectInput(
                        ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(answer.toFile())
                .start();
        try {
            boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended || process.exitValue() != 0) {
                LOG.warn("The transcriber {} {}", command.getFirst(), ended ? "failed" : "was too slow and is ended");
                return Optional.empty();
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        try (InputStream in = Files.newInputStream(answer)) {
            return Optional.of(clean(new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8)))
                    .filter(words -> !words.isEmpty());
        }
    }

    /** As the words will be read back from the item. */
    private static String clean(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').replace("\0", "").strip();
    }
}
