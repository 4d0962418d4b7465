package org.muniment.batch.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import org.muniment.archive.ArchiveRefused;
import org.muniment.archive.store.Digest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a finished backup says of itself: {@code backup.json}. A copy without it is not finished.
 *
 * @param format {@link #FORMAT}
 * @param archive the ledger's name
 * @param taken the moment of which this is a copy
 * @param program the version of the catalogue's tables
 * @param ledger entries in the ledger
 * @param checkpoint the ledger's signed checkpoint at that moment
 * @param objects how many objects the catalogue names
 * @param bytes of the objects that are in this backup
 * @param copied whether the objects are in this backup; when not they are only where the archive keeps them
 * @param key whether the ledger's key is in it
 * @param manifest SHA-256 of the manifest
 * @param faults objects that could not be copied, and why; none when all is well
 */
public record BackupRecord(
        String format,
        String archive,
        Instant taken,
        int program,
        long ledger,
        String checkpoint,
        long objects,
        long bytes,
        boolean copied,
        boolean key,
        Digest manifest,
        List<String> faults) {
    /** The form of the folder, described in decisions/0026. */
    public static final String FORMAT = "muniment-backup/1";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public BackupRecord {
        faults = List.copyOf(faults);
        if (!format.equals(FORMAT)) {
            throw new IllegalArgumentException("Not " + FORMAT + " but " + format);
        }
    }

    static BackupRecord read(Path file) {
        try {
            return JSON.readValue(Files.readString(file), BackupRecord.class);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can't be read", e);
        } catch (JacksonException e) {
            throw new ArchiveRefused(file + " is damaged, or of another program. Use another backup.");
        }
    }

    void write(Path file) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(draft, JSON.writeValueAsString(this));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
