package org.muniment.archive;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.muniment.archive.ledger.LedgerKey;

/** The files of an archive that nothing else can replace: its settings, its ledger's key, its catalogue. */
final class ArchiveFiles {
    static final String CATALOGUE = "catalogue.db";
    private static final String LEDGER_KEY = "ledger.key";

    private ArchiveFiles() {}

    /** What would silently be made anew, empty or with another key, must be there. */
    static ArchiveSettings settings(Path folder) {
        ArchiveSettings settings = ArchiveSettings.read(folder);
        List<String> parts = settings.catalogue().equals(ArchiveSettings.SQLITE)
                ? List.of(LEDGER_KEY, CATALOGUE)
                : List.of(LEDGER_KEY);
        for (String part : parts) {
            if (!Files.exists(settings.folder().resolve(part))) {
                throw new ArchiveRefused("The archive in " + settings.folder() + " lacks its file " + part
                        + ". Restore it from a backup.");
            }
        }
        return settings;
    }

    /** A new key in place of the old one would sign a history that nobody can tie to it. */
    static LedgerKey signingKey(ArchiveSettings settings) {
        LedgerKey key = key(settings);
        if (!key.verifier().name().equals(settings.origin())) {
            throw new ArchiveRefused("The " + LEDGER_KEY + " in " + settings.folder() + " belongs to the ledger "
                    + key.verifier().name() + ", this archive's is " + settings.origin()
                    + ". Restore the right key from a backup.");
        }
        return key;
    }

    static LedgerKey key(ArchiveSettings settings) {
        return LedgerKey.open(settings.folder().resolve(LEDGER_KEY), settings.origin());
    }
}
