package org.muniment.archive.production.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.muniment.archive.ledger.Checkpoint;
import org.muniment.archive.ledger.CustodyEvent.ProductionBuilt;
import org.muniment.archive.ledger.Entry;
import org.muniment.archive.ledger.Ledger;
import org.muniment.archive.ledger.Proof;
import org.muniment.archive.production.Production;
import org.muniment.archive.production.ProductionFormat;
import org.muniment.archive.production.ProductionId;
import org.muniment.archive.production.ProductionRefused;
import org.muniment.archive.store.Digest;

/**
 * Closes and seals packages. The order: {@link #close} when all files are there; the leak test; then
 * {@link org.muniment.archive.production.Productions#built} in a transaction; then {@link #finish}. Killed in between, a build
 * is begun again and gives the same bytes. Safe for many threads.
 */
public final class PackageSeal {
    private final Ledger ledger;
    private final TimeStamps authority;

    /**
     * A package whose contents are complete.
     *
     * @param file digest of its {@code production.json}
     * @param manifest digest of its manifest
     * @param timeStamp RFC 3161 response over its {@code production.json}, base64; empty for none
     */
    public record Closed(Digest file, Digest manifest, String timeStamp) {}

    /**
     * With the authority that an archive's settings name.
     *
     * @param timeStamps its address; empty for none
     */
    public static PackageSeal of(Ledger ledger, String timeStamps) {
        return new PackageSeal(
                ledger, timeStamps.isEmpty() ? TimeStamps.NONE : new HttpTimeStamps(URI.create(timeStamps)));
    }

    /**
     * @param ledger whose key signs, and in which the production is noted
     * @param authority that stamps the time, if one is configured
     */
    public PackageSeal(Ledger ledger, TimeStamps authority) {
        this.ledger = ledger;
        this.authority = authority;
    }

    /**
     * Adds README, verifier and key, writes manifest and {@code production.json}, signs it and gets it stamped. The stamp that a
     * package got when it was built is used again.
     *
     * @throws ProductionRefused when no time stamp is to be had
     * @throws UncheckedIOException when it can't be written
     */
    public Closed close(PackageFolder folder, PackageFacts facts) {
        try {
            return closeFiles(folder, facts);
        } catch (IOException e) {
            throw new UncheckedIOException("The package in " + folder.unfinished() + " could not be closed", e);
        }
    }

    private Closed closeFiles(PackageFolder folder, PackageFacts facts) throws IOException {
        Path root = folder.unfinished();
        ProductionFormat format = folder.format();
        folder.complete();
        Files.writeString(
                root.resolve(Layout.README), PackageReadme.of(facts.production().id(), format));
        Files.writeString(root.resolve(Layout.KEY), ledger.publicKey() + "\n");
        Files.createDirectories(root.resolve(Layout.VERIFY));
        Files.write(root.resolve(Layout.VERIFIER), verifier());
        if (format == ProductionFormat.BAG) {
            Bag.declare(root, facts);
        }
        Manifest manifest = manifest(root, path -> Layout.isListed(path, format));
        Files.write(root.resolve(Layout.MANIFEST), manifest.bytes());
        Manifest beside = manifest(root, path -> Layout.isBeside(path, format));
        long bytes = FolderFiles.bytes(root, manifest.files().keySet());
        byte[] json = ProductionJson.write(facts.file(
                format,
                new ProductionFile.Listed(
                        Layout.MANIFEST,
                        Digest.of(manifest.bytes()),
                        manifest.files().size(),
                        bytes),
                beside.files(),
                ledger.publicKey()));
        Files.write(root.resolve(ProductionFile.NAME), json);
        folder.closed();
        Files.write(root.resolve(Layout.SIGNATURE), ledger.sign(json));
        String stamp = stamp(facts.production(), json);
        if (!stamp.isEmpty()) {
            Files.write(root.resolve(Layout.TIME_STAMP), Base64.getDecoder().decode(stamp));
        }
        return new Closed(Digest.of(json), Digest.of(manifest.bytes()), stamp);
    }

    private static Manifest manifest(Path root, Predicate<String> which) throws IOException {
        List<String> paths = FolderFiles.list(root).stream()
                .filter(which)
                .filter(path -> !path.equals(Layout.UNFINISHED))
                .toList();
        return new Manifest(FolderFiles.digests(root, paths));
    }

    private String stamp(Production production, byte[] json) {
        return production
                .built()
                .filter(bundle -> bundle.file().equals(Digest.of(json)))
                .map(Production.Bundle::timeStamp)
                .orElseGet(() -> authority
                        .stamp(json)
                        .map(response -> Base64.getEncoder().encodeToString(response))
                        .orElse(""));
    }

    private static byte[] verifier() throws IOException {
        try (InputStream source = PackageSeal.class.getResourceAsStream("VerifyProduction.java")) {
            if (source == null) {
                throw new IOException("The program lacks its file VerifyProduction.java");
            }
            return source.readAllBytes();
        }
    }

    /**
     * Adds the proof that the ledger has the production, brings all to disk and moves the folder into its place.
     *
     * @return the folder
     * @throws ProductionRefused when the ledger does not have what is in the folder
     * @throws UncheckedIOException when it can't be written
     */
    public Path finish(PackageFolder folder, ProductionId production) {
        try {
            Path root = folder.unfinished();
            Digest file = Digest.ofFile(root.resolve(ProductionFile.NAME));
            Files.writeString(
                    root.resolve(Layout.PROOF), prove(production, file).toString());
            if (folder.format() == ProductionFormat.BAG) {
                Bag.seal(root);
            }
            return folder.move();
        } catch (IOException e) {
            throw new UncheckedIOException("The package in " + folder.unfinished() + " could not be finished", e);
        }
    }

    /** Under the first checkpoint that covers it, so that it is the same whenever it is asked for. */
    private Proof prove(ProductionId production, Digest file) {
        Entry entry = ledger.entriesFor(production.value()).stream()
                .filter(one -> one.event() instanceof ProductionBuilt built
                        && built.file().equals(file.hex()))
                .findFirst()
                .orElseThrow(() -> new ProductionRefused("The ledger has no production " + production
                        + " with this production.json: it is not built yet."));
        Checkpoint under = ledger.checkpoints().stream()
                .filter(checkpoint -> checkpoint.size() > entry.index())
                .min(Comparator.comparingLong(Checkpoint::size))
                .orElseGet(ledger::checkpoint);
        Proof proof = ledger.prove(List.of(entry.index()), under).getFirst();
        String extra = Base64.getEncoder().encodeToString(entry.json().getBytes(StandardCharsets.US_ASCII));
        return new Proof(proof.index(), proof.path(), under, extra);
    }
}
