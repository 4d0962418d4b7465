package org.muniment.api.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** A job as a server leaves it that is killed in the midst of it. */
public final class BrokenJob {
    private BrokenJob() {}

    /** @param kind empty for one that does not go on where it stopped */
    public static void leave(Path archive, String id, String name, String user, String kind) {
        Properties job = new Properties();
        job.putAll(Map.of("id", id, "name", name, "by", "Ray Chen, Records Officer", "user", user));
        job.putAll(Map.of(
                "began", "2026-11-01T07:00:00Z", "done", "3", "total", "10", "state", "running", "then", "/account"));
        if (!kind.isEmpty()) {
            job.putAll(Map.of("kind", kind, "asked", ""));
        }
        Path file = archive.resolve("jobs/" + id + ".properties");
        try {
            Files.createDirectories(file.getParent());
            try (Writer out = Files.newBufferedWriter(file)) {
                job.store(out, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
