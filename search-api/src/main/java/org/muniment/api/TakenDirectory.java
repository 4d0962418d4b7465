package org.muniment.api;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.muniment.archive.Archive;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.people.DirectoryFile;
import org.muniment.archive.people.Imported;
import org.muniment.archive.store.Digest;

/**
 * What taking over a directory did, or would do.
 *
 * @param done whether it was done
 * @param missing those known whom the file does not name; they stay
 * @param departures of those who have a day of separation: their mail is held
 * @param withoutAddress lines that name nobody, by their numbers
 * @param ignoredColumns whose meaning is not known
 */
public record TakenDirectory(
        boolean done,
        List<ShownPerson> added,
        List<Changed> changed,
        List<ShownPerson> missing,
        long unchanged,
        List<ShownDeparture> departures,
        List<Integer> withoutAddress,
        List<String> ignoredColumns) {
    /** Somebody of whom something changed. */
    public record Changed(ShownPerson person, List<String> what) {}

    /**
     * Takes over a table (CSV) or LDIF, whole or not at all.
     *
     * @param preview whether only to say what would change
     * @throws org.muniment.archive.people.DirectoryInvalid with all faults and their lines
     */
    public static TakenDirectory of(Archive archive, byte[] bytes, Officer officer, boolean preview) {
        DirectoryFile file = DirectoryFile.read(bytes);
        Instant now = archive.clock().instant();
        TakenDirectory taken =
                Objects.requireNonNull(archive.catalogue().transactions().execute(status -> {
                    Imported imported = archive.people()
                            .take(file.entries(), Digest.of(bytes).hex(), officer, now);
                    if (preview) {
                        status.setRollbackOnly();
                    }
                    return report(archive, imported, file, !preview);
                }));
        if (!preview) {
            archive.ledger().checkpoint();
        }
        return taken;
    }

    private static TakenDirectory report(Archive archive, Imported imported, DirectoryFile file, boolean done) {
        return new TakenDirectory(
                done,
                imported.added().stream().map(ShownPerson::of).toList(),
                imported.changed().stream()
                        .map(one -> new Changed(ShownPerson.of(one.person()), one.what()))
                        .toList(),
                imported.missing().stream().map(ShownPerson::of).toList(),
                imported.unchanged(),
                imported.departures().stream()
                        .map(one -> ShownDeparture.of(archive, one))
                        .toList(),
                file.skipped(),
                file.ignored());
    }
}
