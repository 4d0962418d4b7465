package org.muniment.archive.production.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.ledger.CustodyEvent.ProductionBuilt;
import org.muniment.archive.ledger.VerifierKey;
import org.muniment.archive.production.ProductionFormat;
import org.muniment.archive.store.Digest;

/**
 * Checks a package with its files and the ledger's public key alone, without the archive: that no file was changed, is missing
 * or was added, that it is signed, that the ledger has it, that its load files agree with it. From the top down: what is not
 * to be trusted itself is named, and nothing that hangs on it is judged by it.
 */
public final class PackageCheck {
    private static final int MOST = 1_000;

    private final Path folder;
    private final @Nullable VerifierKey given;
    private final List<Finding> findings = new ArrayList<>();
    private long files;
    private long bytes;
    private @Nullable Instant stamped;

    /** What is wrong: {@code file} within the folder, and a sentence. */
    public record Finding(String file, String what) {}

    /**
     * What a check did and found.
     *
     * @param production what the package says of itself; null when that can't be read
     * @param files files that were held against their digests
     * @param bytes in them
     * @param stamped when an authority stamped it; null for no time stamp, or a bad one
     * @param findings what is wrong, at most a thousand; none when all is well
     */
    public record Result(
            @Nullable ProductionFile production,
            long files,
            long bytes,
            @Nullable Instant stamped,
            List<Finding> findings) {
        public Result {
            findings = List.copyOf(findings);
        }

        /** Whether nothing was found. */
        public boolean isClean() {
            return findings.isEmpty();
        }
    }

    private PackageCheck(Path folder, @Nullable VerifierKey given) {
        this.folder = folder;
        this.given = given;
    }

    /** Whether a folder looks like a package, whole or not: it has a {@code production.json} or its manifest. */
    public static boolean isPackage(Path folder) {
        return Stream.of(ProductionFile.NAME, Layout.MANIFEST).anyMatch(name -> Files.exists(folder.resolve(name)));
    }

    /**
     * Checks with the key that lies in the folder: shows that the package is of one piece, but not whose it is. Compare its key
     * with the one that the district publishes.
     *
     * @throws UncheckedIOException when the folder can't be read
     */
    public static Result check(Path folder) {
        return new PackageCheck(folder, null).run();
    }

    /**
     * Checks with the ledger's public key, had from elsewhere.
     *
     * @throws UncheckedIOException when the folder can't be read
     */
    public static Result check(Path folder, VerifierKey key) {
        return new PackageCheck(folder, key).run();
    }

    private Result run() {
        try {
            ProductionFile production = production().orElse(null);
            if (production != null && seals(production)) {
                SortedSet<String> there = FolderFiles.list(folder);
                SortedSet<String> known = contents(production, there);
                nothingElse(there, known, production.layout());
                if (findings.isEmpty() && production.layout() == ProductionFormat.BAG) {
                    tagManifest();
                }
                if (findings.isEmpty()) {
                    new LoadFilesCheck(folder, production, this::add).run(there);
                }
            }
            return new Result(production, files, bytes, stamped, findings);
        } catch (IOException e) {
            throw new UncheckedIOException("The package in " + folder + " can't be read", e);
        }
    }

    private Optional<ProductionFile> production() throws IOException {
        if (!isFile(ProductionFile.NAME)) {
            add(ProductionFile.NAME, "It is missing: nothing else can be checked without it");
            return Optional.empty();
        }
        try {
            return Optional.of(ProductionJson.read(read(ProductionFile.NAME)));
        } catch (IllegalArgumentException e) {
            add(ProductionFile.NAME, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** Whether {@code production.json} is to be trusted. */
    private boolean seals(ProductionFile production) throws IOException {
        byte[] json = read(ProductionFile.NAME);
        VerifierKey key;
        try {
            key = VerifierKey.parse(production.ledger().key());
        } catch (IllegalArgumentException e) {
            add(ProductionFile.NAME, "Its key is none: " + e.getMessage());
            return false;
        }
        if (given != null && !given.toString().equals(key.toString())) {
            add(
                    ProductionFile.NAME,
                    "It is signed with the key " + key + ", not with the one that was given, " + given);
            return false;
        }
        LedgerProof proof = LedgerProof.check(folder, key);
        proof.complaint().ifPresent(what -> add(Layout.PROOF, what));
        return signed(json, key, proof) && stamp(json, proof);
    }

    /** Where the ledger knows these bytes and the signature does not fit, the signature was changed, else the bytes. */
    private boolean signed(byte[] json, VerifierKey key, LedgerProof proof) throws IOException {
        Optional<ProductionBuilt> built = proof.built();
        String digest = Digest.of(json).hex();
        if (built.isPresent() && !built.get().file().equals(digest)) {
            add(
                    ProductionFile.NAME,
                    "It was changed: its SHA-256 is " + digest + ", the ledger says "
                            + built.get().file());
            return false;
        }
        boolean good = isFile(Layout.SIGNATURE) && key.verifies(json, read(Layout.SIGNATURE));
        if (!good && !isFile(Layout.SIGNATURE)) {
            add(Layout.SIGNATURE, "It is missing");
        } else if (!good) {
            add(
                    built.isPresent() ? Layout.SIGNATURE : ProductionFile.NAME,
                    "The signature does not fit: one of the two was changed");
        }
        return good || built.isPresent();
    }

    private boolean stamp(byte[] json, LedgerProof proof) throws IOException {
        String stamp = proof.built().map(ProductionBuilt::stamp).orElse("");
        if (proof.built().isEmpty() || stamp.isEmpty() && !isFile(Layout.TIME_STAMP)) {
            return true;
        }
        if (!isFile(Layout.TIME_STAMP)) {
            add(Layout.TIME_STAMP, "It is missing");
        } else if (!Digest.of(read(Layout.TIME_STAMP)).hex().equals(stamp)) {
            add(Layout.TIME_STAMP, "It is not the time stamp that the ledger says it has");
        } else {
            try {
                stamped = TimeStampCheck.check(read(Layout.TIME_STAMP), json);
            } catch (IllegalArgumentException e) {
                add(Layout.TIME_STAMP, String.valueOf(e.getMessage()));
            }
        }
        return true;
    }

    /** Checks what the manifest and {@code production.json} name, and gives their paths. */
    private SortedSet<String> contents(ProductionFile production, SortedSet<String> there) throws IOException {
        SortedSet<String> known = new TreeSet<>(production.files().keySet());
        held(production.files(), there);
        Optional<Manifest> manifest = manifest(production.manifest());
        if (manifest.isPresent()) {
            held(manifest.get().files(), there);
            known.addAll(manifest.get().files().keySet());
        } else {
            // What an unreliable list does not name can't be called too much.
            there.stream()
                    .filter(path -> Layout.isListed(path, production.layout()))
                    .forEach(known::add);
        }
        return known;
    }

    private Optional<Manifest> manifest(ProductionFile.Listed listed) throws IOException {
        if (!isFile(Layout.MANIFEST)) {
            add(Layout.MANIFEST, "It is missing");
            return Optional.empty();
        }
        byte[] text = read(Layout.MANIFEST);
        Digest digest = Digest.of(text);
        if (!digest.equals(listed.sha256())) {
            add(
                    Layout.MANIFEST,
                    "It was changed: its SHA-256 is " + digest + ", production.json says " + listed.sha256());
            return Optional.empty();
        }
        try {
            return Optional.of(Manifest.parse(new String(text, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException e) {
            add(Layout.MANIFEST, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private void held(SortedMap<String, Digest> wanted, SortedSet<String> there) throws IOException {
        List<String> readable = new ArrayList<>();
        for (String path : wanted.keySet()) {
            if (!there.contains(path)) {
                add(path, "It is missing");
            } else if (isFile(path)) {
                readable.add(path);
            } else {
                add(path, "It is no file, but a link or something else");
            }
        }
        FolderFiles.digests(folder, readable).forEach((path, is) -> {
            Digest should = wanted.get(path);
            if (!is.equals(should)) {
                add(path, "It was changed: its SHA-256 is " + is + ", and should be " + should);
            }
        });
        files += readable.size();
        bytes += FolderFiles.bytes(folder, readable);
    }

    private void nothingElse(SortedSet<String> there, SortedSet<String> known, ProductionFormat format) {
        for (String path : there) {
            if (!known.contains(path) && !Layout.isSeal(path, format)) {
                add(path, "It does not belong to the package");
            }
        }
    }

    private void tagManifest() throws IOException {
        if (!isFile(Layout.TAG_MANIFEST)) {
            add(Layout.TAG_MANIFEST, "It is missing");
        } else if (!Digest.of(read(Layout.TAG_MANIFEST))
                .equals(Digest.of(Bag.tagManifest(folder).bytes()))) {
            add(Layout.TAG_MANIFEST, "It was changed: it is not the list of the files that are no records");
        }
    }

    private boolean isFile(String path) {
        return Files.isRegularFile(folder.resolve(path), LinkOption.NOFOLLOW_LINKS);
    }

    private byte[] read(String path) throws IOException {
        return Files.readAllBytes(folder.resolve(path));
    }

    private void add(String file, String what) {
        if (findings.size() < MOST) {
            findings.add(new Finding(file, what));
        }
    }
}
