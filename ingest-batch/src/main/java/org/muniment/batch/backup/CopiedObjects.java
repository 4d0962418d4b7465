package org.muniment.batch.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.muniment.archive.store.Digest;
import org.muniment.archive.store.ObjectCorrupt;
import org.muniment.archive.store.ObjectMissing;
import org.muniment.archive.store.ObjectStore;
import org.muniment.archive.store.Unsynced;

/**
 * Copies objects into a backup, each proved by its hash while it is read. An object gets its name only when its bytes are on
 * disk: whatever has its name is whole, also after a power cut, so an interrupted copy goes on with what is missing.
 */
final class CopiedObjects {
    private final BackupFolder folder;
    private final ObjectStore from;
    private final Predicate<Digest> stillNamed;
    private final Path incoming;
    private final List<String> faults = new ArrayList<>();
    private long copied;
    private long bytes;
    private boolean vanished;

    /** @param stillNamed whether the catalogue names an object now: one that is gone was destroyed, and is no fault */
    CopiedObjects(BackupFolder folder, ObjectStore from, Predicate<Digest> stillNamed) {
        this.folder = folder;
        this.from = from;
        this.stillNamed = stillNamed;
        this.incoming = folder.root().resolve("incoming");
    }

    private sealed interface Outcome {
        record Copied(Digest object, Path file, long bytes) implements Outcome {}

        record Destroyed() implements Outcome {}

        record Faulty(String why) implements Outcome {}
    }

    boolean has(Digest object) {
        return Files.exists(folder.object(object));
    }

    void copy(List<Digest> batch) throws IOException {
        Files.createDirectories(incoming);
        List<Outcome.Copied> written = new ArrayList<>();
        for (Outcome outcome : together(batch)) {
            switch (outcome) {
                case Outcome.Copied one -> written.add(one);
                case Outcome.Destroyed gone -> vanished = true;
                case Outcome.Faulty fault -> faults.add(fault.why());
            }
        }
        place(written);
    }

    private List<Outcome> together(List<Digest> batch) throws IOException {
        try (ExecutorService threads = Executors.newFixedThreadPool(
                from.putsAtOnce(), Thread.ofVirtual().factory())) {
            List<Future<Outcome>> all = batch.stream()
                    .map(object -> threads.submit(() -> copy(object)))
                    .toList();
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> one : all) {
                outcomes.add(one.get());
            }
            return outcomes;
        } catch (ExecutionException e) {
            throw new IOException("An object can't be copied: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while objects were copied", e);
        }
    }

    private Outcome copy(Digest object) throws IOException {
        Path file = incoming.resolve(object.hex());
        try (InputStream in = from.open(object);
                OutputStream out = Files.newOutputStream(file)) {
            return new Outcome.Copied(object, file, in.transferTo(out));
        } catch (ObjectMissing missing) {
            Files.deleteIfExists(file);
            return stillNamed.test(object)
                    ? new Outcome.Faulty(String.valueOf(missing.getMessage()))
                    : new Outcome.Destroyed();
        } catch (ObjectCorrupt corrupt) {
            Files.deleteIfExists(file);
            return new Outcome.Faulty(String.valueOf(corrupt.getMessage()));
        }
    }

    private void place(List<Outcome.Copied> written) throws IOException {
        try (Unsynced disk = Unsynced.in(folder.root())) {
            written.forEach(one -> disk.add(one.file()));
            disk.sync();
            for (Outcome.Copied one : written) {
                Path place = folder.object(one.object());
                Files.createDirectories(place.getParent());
                if (!one.file().toFile().setReadOnly()) {
                    throw new UncheckedIOException(new IOException(one.file() + " can't be made read-only"));
                }
                Files.move(one.file(), place, StandardCopyOption.ATOMIC_MOVE);
                disk.add(place);
                copied++;
                bytes += one.bytes();
            }
            disk.sync();
        }
    }

    /** Whether an object was destroyed since the catalogue was copied; asked once. */
    boolean somethingVanished() {
        boolean since = vanished;
        vanished = false;
        return since;
    }

    void forgetFaults() {
        faults.clear();
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    long copied() {
        return copied;
    }

    long bytes() {
        return bytes;
    }
}
