package org.muniment.archive.disposition.certificate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.ledger.Checkpoint;
import org.muniment.archive.ledger.CustodyEvent.CertificateIssued;
import org.muniment.archive.ledger.Entry;
import org.muniment.archive.ledger.VerifierKey;
import org.muniment.archive.store.Digest;

/**
 * Checks a certificate of destruction with its files and the ledger's public key alone, without the archive: that no file
 * was changed, is missing or was added; that the ledger had every entry; that the list, the items, the sums, the persons
 * and the times agree.
 */
public final class CertificateCheck {
    private static final Set<String> DIGESTED =
            Set.of(Evidence.LIST, Evidence.ITEMS, CertificateFiles.KEY, CertificateFiles.README, CertificateFiles.PDF);

    private final Path folder;
    private final Problems problems = new Problems();

    /** What is wrong: {@code file} within the folder, and a sentence. */
    public record Finding(String file, String what) {}

    /**
     * What a check did and found.
     *
     * @param certificate what it says; null when it can't be read
     * @param lines lines of the list that were held against the ledger's entries
     * @param proofs proofs that were checked
     * @param findings what is wrong, at most a thousand; none when all is well
     */
    public record Result(@Nullable Certificate certificate, long lines, long proofs, List<Finding> findings) {
        public Result {
            findings = List.copyOf(findings);
        }

        /** Whether nothing was found. */
        public boolean isClean() {
            return findings.isEmpty();
        }
    }

    private CertificateCheck(Path folder) {
        this.folder = folder;
    }

    /**
     * Checks with the key that lies in the folder: shows that the folder is of one piece, but not whose it is. Compare its
     * key with the one that the district publishes.
     *
     * @throws UncheckedIOException when the folder can't be read
     */
    public static Result check(Path folder) {
        return new CertificateCheck(folder).run(null);
    }

    /**
     * Checks with the ledger's public key, had from elsewhere.
     *
     * @throws UncheckedIOException when the folder can't be read
     */
    public static Result check(Path folder, VerifierKey key) {
        return new CertificateCheck(folder).run(key);
    }

    private Result run(@Nullable VerifierKey given) {
        try {
            Optional<Certificate> certificate = certificate();
            Optional<VerifierKey> key = key(given);
            if (certificate.isEmpty() || key.isEmpty()) {
                return new Result(certificate.orElse(null), 0, 0, problems.all());
            }
            return run(certificate.get(), key.get());
        } catch (IOException e) {
            throw new UncheckedIOException("The certificate in " + folder + " can't be read", e);
        }
    }

    private Optional<Certificate> certificate() throws IOException {
        Path file = folder.resolve(CertificateFiles.JSON);
        if (!Files.isRegularFile(file)) {
            problems.add(CertificateFiles.JSON, "It is missing: this is no certificate's folder");
            return Optional.empty();
        }
        try {
            Certificate read = CertificateJson.read(Files.readAllBytes(file));
            problems.requireEqual(read.format(), Certificate.FORMAT, CertificateFiles.JSON, "format");
            return Optional.of(read);
        } catch (IllegalArgumentException e) {
            problems.add(CertificateFiles.JSON, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<VerifierKey> key(@Nullable VerifierKey given) throws IOException {
        Path file = folder.resolve(CertificateFiles.KEY);
        if (!Files.isRegularFile(file)) {
            return Optional.ofNullable(given);
        }
        try {
            VerifierKey own = VerifierKey.parse(Files.readString(file));
            if (given != null) {
                problems.requireEqual(own.toString(), given.toString(), CertificateFiles.KEY, "The key");
            }
            return Optional.of(given == null ? own : given);
        } catch (IllegalArgumentException | CharacterCodingException e) {
            problems.add(CertificateFiles.KEY, String.valueOf(e.getMessage()));
            return Optional.ofNullable(given);
        }
    }

    private Result run(Certificate certificate, VerifierKey key) throws IOException {
        log(certificate, key);
        if (!digests(certificate)) {
            return new Result(certificate, 0, 0, problems.all());
        }
        ActsCheck acts = new ActsCheck(certificate, problems);
        ItemsCheck items = new ItemsCheck(certificate, acts, problems);
        try (ProvenEntries entries =
                new ProvenEntries(folder, key, certificate.ledger().checkpoint(), problems)) {
            acts.check(acts(certificate, entries));
            items.check(folder, entries);
            issued(certificate, entries);
            nothingElse(entries.used());
            return new Result(certificate, items.lines(), entries.used().size(), problems.all());
        }
    }

    private void log(Certificate certificate, VerifierKey key) {
        String file = CertificateFiles.JSON;
        problems.requireEqual(certificate.ledger().key(), key.toString(), file, "ledger.key");
        problems.requireEqual(certificate.ledger().origin(), key.name(), file, "ledger.origin");
        try {
            Checkpoint checkpoint = Checkpoint.parse(certificate.ledger().checkpoint());
            problems.require(checkpoint.isSignedBy(key), file, "ledger.checkpoint is not signed with the ledger's key");
        } catch (IllegalArgumentException e) {
            problems.add(file, "ledger.checkpoint: " + e.getMessage());
        }
    }

    /** Whether every file that is needed is there. */
    private boolean digests(Certificate certificate) throws IOException {
        problems.requireEqual(certificate.files().keySet(), new TreeSet<>(DIGESTED), CertificateFiles.JSON, "files");
        boolean complete = Files.isDirectory(folder.resolve(Evidence.PROOFS));
        problems.require(complete, Evidence.PROOFS, "It is missing");
        for (String file : new TreeSet<>(DIGESTED)) {
            if (!Files.isRegularFile(folder.resolve(file))) {
                problems.add(file, "It is missing");
                complete = false;
            } else {
                String should = String.valueOf(certificate.files().get(file));
                String is = Digest.ofFile(folder.resolve(file)).hex();
                problems.require(
                        is.equals(should),
                        file,
                        "It was changed: its SHA-256 is " + is + ", the certificate says " + should);
            }
        }
        if (!Files.isRegularFile(folder.resolve(Evidence.ENTRIES))) {
            problems.add(Evidence.ENTRIES, "It is missing");
            complete = false;
        }
        return complete;
    }

    private Map<String, Entry> acts(Certificate certificate, ProvenEntries entries) throws IOException {
        Map<String, Entry> acts = new TreeMap<>();
        Map<String, Long> indexes = new TreeMap<>();
        for (int act = 0; act < certificate.acts().size(); act++) {
            Entry entry = entries.next().orElse(null);
            if (entry != null) {
                String type = Acts.type(entry).orElse("");
                acts.put(type, entry);
                indexes.put(type, entry.index());
            }
        }
        problems.requireEqual(indexes, certificate.acts(), Evidence.ENTRIES, "The entries about the plan");
        return acts;
    }

    private void issued(Certificate certificate, ProvenEntries entries) throws IOException {
        Entry entry = entries.next().orElse(null);
        if (entry == null || !(entry.event() instanceof CertificateIssued event)) {
            problems.add(Evidence.ENTRIES, "That the certificate was issued is not shown");
            return;
        }
        String digest = Digest.ofFile(folder.resolve(CertificateFiles.JSON)).hex();
        problems.require(
                event.file().equals(digest),
                CertificateFiles.JSON,
                "It was changed: its SHA-256 is " + digest + ", the ledger says " + event.file());
        problems.requireEqual(certificate.certificate(), event.certificate(), CertificateFiles.JSON, "certificate");
        problems.requireEqual(certificate.plan().value(), event.plan(), CertificateFiles.JSON, "plan");
        problems.requireEqual(certificate.issued(), event.at(), CertificateFiles.JSON, "issued");
        problems.requireEqual(certificate.destroyed().items(), event.items(), CertificateFiles.JSON, "destroyed.items");
        problems.require(entries.next().isEmpty(), Evidence.ENTRIES, "There are more entries than belong to it");
    }

    private void nothingElse(Set<String> proofs) throws IOException {
        Set<String> known = new TreeSet<>(DIGESTED);
        known.addAll(List.of(CertificateFiles.JSON, Evidence.ENTRIES, Evidence.PROOFS));
        for (String name : names(folder)) {
            problems.require(known.contains(name), name, "It does not belong to the certificate");
        }
        for (String name : names(folder.resolve(Evidence.PROOFS))) {
            problems.require(
                    proofs.contains(name),
                    Evidence.PROOFS + "/" + name,
                    "It is the proof of nothing in the certificate");
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }
}
