package org.muniment.archive.item.text;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** One child process running {@link Worker}, used by one thread at a time. */
final class WorkerProcess implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(90);
    private static final int OUT_OF_MEMORY_EXIT = 3;

    private final ExtractionLimits limits;
    private final Path folder;
    private final Process process;
    private final DataOutputStream requests;
    private final DataInputStream answers;
    private volatile boolean tooSlow;

    private WorkerProcess(ExtractionLimits limits, Path folder, Process process) {
        this.limits = limits;
        this.folder = folder;
        this.process = process;
        this.requests = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16));
        this.answers = new DataInputStream(process.getInputStream());
    }

    /** Starts a process and waits until its parsers are loaded. */
    static WorkerProcess start(ExtractionLimits limits, Path scratch) throws IOException {
        Path folder = Files.createTempDirectory(scratch, "worker");
        Process process = new ProcessBuilder(JavaCommand.of(Worker.class, limits.megabytes(), folder, List.of()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        WorkerProcess worker = new WorkerProcess(limits, folder, process);
        CountDownLatch ready = worker.killAfter(START);
        try {
            if (worker.answers.readByte() == Frames.READY) {
                return worker;
            }
        } catch (IOException e) {
            worker.bury();
            throw new IllegalStateException("The process that reads attachments did not start (exit "
                    + worker.process.onExit().join().exitValue() + "); is " + JavaCommand.java()
                    + " a working Java?");
        } finally {
            ready.countDown();
        }
        worker.close();
        throw new IllegalStateException("The process that reads attachments spoke out of turn");
    }

    Extract read(String name, String type, byte[] content) {
        return ask(name, type, content, answers -> Frames.readExtract(answers), gap -> new Extract(type, "", gap));
    }

    /** Reads a message file of Outlook. */
    MessageExtract message(byte[] content, Path target) {
        return ask(
                "",
                Frames.MESSAGE,
                content,
                answers -> {
                    Extract extract = Frames.readExtract(answers);
                    return new MessageExtract(Frames.readMessage(answers, target), extract.gap());
                },
                gap -> new MessageExtract(Optional.empty(), gap));
    }

    @FunctionalInterface
    private interface Answer<T> {
        T read(DataInputStream answers) throws IOException;
    }

    private <T> T ask(String name, String type, byte[] content, Answer<T> answer, Function<String, T> dead) {
        CountDownLatch answered = killAfter(limits.time());
        try {
            String shortName = Characters.cut(name, 1_000);
            Frames.write(requests, limits, shortName, type, new ByteArrayInputStream(content), content.length);
            return answer.read(answers);
        } catch (IOException e) {
            bury();
            return dead.apply(whyDead());
        } finally {
            answered.countDown();
        }
    }

    private String whyDead() {
        if (tooSlow) {
            return Reasons.tooSlow(limits.time().toMillis());
        }
        int exit = process.onExit().join().exitValue();
        return exit == OUT_OF_MEMORY_EXIT ? Reasons.OUT_OF_MEMORY : Reasons.CRASHED;
    }

    private CountDownLatch killAfter(Duration time) {
        CountDownLatch done = new CountDownLatch(1);
        Thread.startVirtualThread(() -> {
            try {
                if (!done.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                    tooSlow = true;
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return done;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** Ends a process that broke off; one that stopped by itself keeps its own exit code, which tells why. */
    private void bury() {
        try {
            process.waitFor(200, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close();
    }

    /** Kills the process, waits for its end and removes what it left behind. */
    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
        TextExtraction.delete(folder);
    }
}
