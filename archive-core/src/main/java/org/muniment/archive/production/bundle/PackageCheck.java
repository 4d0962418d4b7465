package org.muniment.archive.production.bundle;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.ledger.VerifierKey;

/**
 * Checks a package with its files and the ledger's public key alone, without the archive: that no file was changed, is missing
 * or was added, that it is signed, that the ledger has it, that its load files agree with it.
 */
public final class PackageCheck {
    /** What is wrong: {@code file} within the folder, and a sentence. */
    public record Finding(String file, String what) {}

    /**
     * What a check did and found.
     *
     * @param production what the package says of itself; null when that can't be read
     * @param files files that were held against the manifest
     * @param bytes in them
     * @param findings what is wrong, at most a thousand; none when all is well
     */
    public record Result(@Nullable ProductionFile production, long files, long bytes, List<Finding> findings) {
        public Result {
            findings = List.copyOf(findings);
        }

        /** Whether nothing was found. */
        public boolean isClean() {
            return findings.isEmpty();
        }
    }

    private PackageCheck() {}

    /** Whether a folder looks like a package, whole or not: it has a {@code production.json}. */
    public static boolean isPackage(Path folder) {
        throw new UnsupportedOperationException();
    }

    /**
     * Checks with the key that lies in the folder: shows that the package is of one piece, but not whose it is. Compare its key
     * with the one that the district publishes.
     *
     * @throws java.io.UncheckedIOException when the folder can't be read
     */
    public static Result check(Path folder) {
        throw new UnsupportedOperationException();
    }

    /**
     * Checks with the ledger's public key, had from elsewhere.
     *
     * @throws java.io.UncheckedIOException when the folder can't be read
     */
    public static Result check(Path folder, VerifierKey key) {
        throw new UnsupportedOperationException();
    }
}
