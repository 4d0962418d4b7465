package org.muniment.api.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A command of this program in a process of its own, as an operator starts it. Closing ends it. */
final class Program implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;

    /** What the launcher starts so that people's pages go first, and how. */
    private static final Set<String> GIVES_WAY = Set.of("ingest", "reindex", "verify", "backup");

    /** What the launcher has collect its memory on all processors. */
    private static final Set<String> COLLECTS_ON_ALL = Set.of("ingest", "reindex");

    private static final List<String> NICE = List.of("nice", "-n", "10");

    /** And how it makes a server's compilers give way to its pages. */
    private static final List<String> COMPILERS_LAST = List.of(
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:-PrintWarnings",
            "-XX:ThreadPriorityPolicy=1",
            "-XX:CompilerThreadPriority=10");

    private final Process process;
    private final Path log;

    private Program(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * @param cores that it may use
     * @param log what it says, and complains
     */
    static Program start(int cores, Path log, List<String> arguments) {
        List<String> command = new ArrayList<>(GIVES_WAY.contains(arguments.getFirst()) ? NICE : List.of());
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                COLLECTS_ON_ALL.contains(arguments.getFirst()) ? "-XX:+UseParallelGC" : "-XX:+UseSerialGC",
                // A full collection leaves no gaps that count as used.
                "-XX:MarkSweepAlwaysCompactCount=1",
                "-XX:ActiveProcessorCount=" + cores,
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                SlowLog.OPTION));
        if (arguments.getFirst().equals("serve")) {
            command.addAll(COMPILERS_LAST);
        }
        command.addAll(classCache());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.muniment.api.Muniment"));
        command.addAll(arguments);
        try {
            File said = log.toFile();
            return new Program(
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(said)
                            .start(),
                    log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The launcher's, where this process has one: those started here start as the launcher starts them. */
    private static List<String> classCache() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("-XX:AOTCache="))
                .toList();
    }

    /** Runs one to its end. */
    static void run(int cores, Path log, List<String> arguments) {
        try (Program program = start(cores, log, arguments)) {
            program.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void await() throws InterruptedException {
        int code = process.waitFor();
        if (code != 0) {
            throw new IllegalStateException(
                    "It ended with " + code + "; it said: " + lastLine() + " (all of it is in " + log + ")");
        }
    }

    /** Waits for its end, but not longer than to a time of {@link System#nanoTime()}. */
    void awaitUntil(long nanos) throws InterruptedException {
        if (process.waitFor(Math.max(0, nanos - System.nanoTime()), TimeUnit.NANOSECONDS)) {
            await();
        }
    }

    /** Waits for what it says at its start. */
    String told(Pattern what, Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        while (process.isAlive() && System.nanoTime() - until < 0) {
            Matcher found = what.matcher(said());
            if (found.find()) {
                return found.group();
            }
            Thread.sleep(50);
        }
        throw new IllegalStateException("It did not start; it said: " + lastLine() + " (all of it is in " + log + ")");
    }

    private String lastLine() {
        return said().lines().reduce("", (before, line) -> line);
    }

    private String said() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long id() {
        return process.pid();
    }

    /** Processor seconds so far. */
    double cpuSeconds() {
        return process.info().totalCpuDuration().map(one -> one.toNanos() / 1e9).orElse(0.0);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
