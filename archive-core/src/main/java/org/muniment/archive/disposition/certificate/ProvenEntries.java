package org.muniment.archive.disposition.certificate;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.ledger.Checkpoint;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.ledger.Entry;
import org.muniment.archive.ledger.Malformed;
import org.muniment.archive.ledger.MerkleTree;
import org.muniment.archive.ledger.Proof;
import org.muniment.archive.ledger.VerifierKey;

/** Reads {@code entries.txt} line by line and holds each entry against its proof. */
final class ProvenEntries implements Closeable {
    private static final Pattern LINE = Pattern.compile("(0|[1-9][0-9]{0,17}) (\\{[ -~]*})");

    private final InputStream in;
    private final Path proofs;
    private final VerifierKey key;
    private final String checkpoint;
    private final Problems problems;
    private final Set<String> used = new HashSet<>();

    /** @param checkpoint every proof leads to it, but that of the certificate's own entry; its signature is the caller's to check */
    ProvenEntries(Path folder, VerifierKey key, String checkpoint, Problems problems) throws IOException {
        this.in = new BufferedInputStream(Files.newInputStream(folder.resolve(Evidence.ENTRIES)));
        this.proofs = folder.resolve(Evidence.PROOFS);
        this.key = key;
        this.checkpoint = checkpoint;
        this.problems = problems;
    }

    /** The next entry, proven or complained of; empty at the end, or where a line is none. */
    Optional<Entry> next() throws IOException {
        String line = line();
        if (line == null) {
            return Optional.empty();
        }
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            problems.add(Evidence.ENTRIES, "Not an entry: " + line);
            return Optional.empty();
        }
        try {
            Entry entry = Entry.parse(Long.parseLong(parts.group(1)), parts.group(2));
            prove(entry);
            return Optional.of(entry);
        } catch (Malformed e) {
            problems.add(Evidence.ENTRIES, "Entry " + parts.group(1) + " can't be read: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** Up to a line feed and nothing else, so that no byte is free; null at the end. */
    private @Nullable String line() throws IOException {
        StringBuilder line = new StringBuilder();
        int next = in.read();
        if (next < 0) {
            return null;
        }
        while (next >= 0 && next != '\n') {
            line.append((char) next);
            next = in.read();
        }
        problems.require(next >= 0, Evidence.ENTRIES, "The last line is cut off");
        return line.toString();
    }

    private void prove(Entry entry) throws IOException {
        String name = Evidence.proof(entry.index());
        String file = Evidence.PROOFS + "/" + name;
        problems.require(used.add(name), Evidence.ENTRIES, "Entry " + entry.index() + " is there twice");
        try {
            String text = Files.readString(proofs.resolve(name));
            Proof proof = Proof.parse(text);
            problems.require(
                    proof.extra().isEmpty() && proof.toString().equals(text), file, "Something was added to the proof");
            refusal(proof, entry).ifPresent(reason -> problems.add(file, reason));
        } catch (NoSuchFileException e) {
            problems.add(file, "The proof of entry " + entry.index() + " is missing");
        } catch (CharacterCodingException | Malformed e) {
            problems.add(file, "Not a proof: " + e.getMessage());
        }
    }

    private Optional<String> refusal(Proof proof, Entry entry) {
        Checkpoint under = proof.checkpoint();
        if (under.toString().equals(checkpoint)) {
            // Its signature was checked once, for all of them.
            boolean held = proof.index() == entry.index()
                    && MerkleTree.includes(
                            under.root(), under.size(), MerkleTree.leaf(entry.bytes()), entry.index(), proof.path());
            return held ? Optional.empty() : Optional.of("The checkpoint does not include the entry " + entry.index());
        }
        if (!(entry.event() instanceof CustodyEvent.CertificateIssued)) {
            return Optional.of("The proof leads to another checkpoint than the certificate's");
        }
        return switch (proof.verify(entry, key)) {
            case Proof.Verdict.Proven proven -> Optional.empty();
            case Proof.Verdict.Refused refused -> Optional.of(refused.reason());
        };
    }

    /** The names of the proofs that were asked for so far. */
    Set<String> used() {
        return used;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
