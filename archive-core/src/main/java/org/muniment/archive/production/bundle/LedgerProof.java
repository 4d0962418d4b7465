package org.muniment.archive.production.bundle;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.ledger.CustodyEvent.ProductionBuilt;
import org.muniment.archive.ledger.Entry;
import org.muniment.archive.ledger.Proof;
import org.muniment.archive.ledger.VerifierKey;

/**
 * What the ledger says of a package, as its proof shows.
 *
 * @param event the ledger's entry, proven; null when it is not
 * @param wrong what is wrong with the proof; empty for nothing
 */
record LedgerProof(@Nullable ProductionBuilt event, String wrong) {
    private static final String SIGNATURE = "\n\u2014 ";

    static LedgerProof check(Path folder, VerifierKey key) throws IOException {
        Path file = folder.resolve(Layout.PROOF);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return refused("It is missing");
        }
        try {
            String text = Files.readString(file);
            Proof proof = Proof.parse(text);
            boolean one = text.indexOf(SIGNATURE) == text.lastIndexOf(SIGNATURE);
            return proof.toString().equals(text) && one
                    ? check(proof, key)
                    : refused("Something was added to the proof");
        } catch (CharacterCodingException | IllegalArgumentException e) {
            return refused("It is no proof: " + e.getMessage());
        }
    }

    private static LedgerProof check(Proof proof, VerifierKey key) {
        String json = new String(Base64.getDecoder().decode(proof.extra()), StandardCharsets.US_ASCII);
        Entry entry = Entry.parse(proof.index(), json);
        return switch (proof.verify(entry, key)) {
            case Proof.Verdict.Proven proven ->
                entry.event() instanceof ProductionBuilt built
                        ? new LedgerProof(built, "")
                        : refused("It is the proof of something else than a production");
            case Proof.Verdict.Refused refused -> refused(refused.reason());
        };
    }

    private static LedgerProof refused(String wrong) {
        return new LedgerProof(null, wrong);
    }

    Optional<ProductionBuilt> built() {
        return Optional.ofNullable(event);
    }

    Optional<String> complaint() {
        return Optional.of(wrong).filter(what -> !what.isEmpty());
    }
}
