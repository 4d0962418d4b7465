package org.muniment.batch.backup;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.ledger.Checkpoint;

/**
 * What a restored archive is to be like. What is null stays as the backup says.
 *
 * @param backup the backup's folder
 * @param archive the new archive's folder: absent or empty, or left by a restore that was interrupted
 * @param objects where it keeps objects
 * @param catalogue where it keeps its catalogue: an empty database
 * @param ledgerKey the ledger's key, where the backup does not have it
 * @param masterKey the file of the master keys; where the backup's objects are not encrypted they will be
 * @param later checkpoints signed after the backup, kept elsewhere
 * @param certificates folders of certificates of destruction, to find what was destroyed after the backup
 */
public record RestoreRequest(
        Path backup,
        Path archive,
        @Nullable String objects,
        @Nullable String catalogue,
        @Nullable Path ledgerKey,
        @Nullable Path masterKey,
        List<Checkpoint> later,
        List<Path> certificates) {
    public RestoreRequest {
        backup = backup.toAbsolutePath().normalize();
        archive = archive.toAbsolutePath().normalize();
        later = List.copyOf(later);
        certificates = List.copyOf(certificates);
    }
}
