package org.muniment.archive.production.bundle;

import java.nio.file.Path;
import org.muniment.archive.ledger.Ledger;
import org.muniment.archive.production.ProductionId;
import org.muniment.archive.store.Digest;

/**
 * Closes and seals packages. The order: {@link #close} when all files are there; the leak test; then
 * {@link org.muniment.archive.production.Productions#built} in a transaction; then {@link #finish}. Killed in between, a build
 * is begun again and gives the same bytes. Safe for many threads.
 */
public final class PackageSeal {
    /**
     * A package whose contents are complete.
     *
     * @param file digest of its {@code production.json}
     * @param manifest digest of its manifest
     * @param timeStamp RFC 3161 token over its {@code production.json}, base64; empty for none
     */
    public record Closed(Digest file, Digest manifest, String timeStamp) {}

    /**
     * @param ledger whose key signs, and in which the production is noted
     * @param authority that stamps the time, if one is configured
     */
    public PackageSeal(Ledger ledger, TimeStamps authority) {
        throw new UnsupportedOperationException();
    }

    /**
     * Adds README, verifier and key, writes manifest and {@code production.json}, signs it and gets it stamped.
     *
     * @throws org.muniment.archive.production.ProductionRefused when no time stamp is to be had
     * @throws java.io.UncheckedIOException when it can't be written
     */
    public Closed close(PackageFolder folder, PackageFacts facts) {
        throw new UnsupportedOperationException();
    }

    /**
     * Adds the proof that the ledger has the production, brings all to disk and moves the folder into its place.
     *
     * @return the folder
     * @throws org.muniment.archive.production.ProductionRefused when the ledger does not have what is in the folder
     */
    public Path finish(PackageFolder folder, ProductionId production) {
        throw new UnsupportedOperationException();
    }
}
