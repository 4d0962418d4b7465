package org.muniment.archive.hold;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.ledger.CanonicalJson;
import org.muniment.archive.ledger.Ledger;

/**
 * Writes and reads the signed part of links by which custodians acknowledge a notice without an account: what is acknowledged, in
 * canonical JSON, and the ledger key's Ed25519 signature over it, each in base64url (RFC 4648 §5) with a full stop between.
 * Reading needs the public key alone. Nothing else that the key signs has this form, and this form says what it is for, so
 * neither can be taken for the other. Safe for many threads.
 */
public final class NoticeLinks {
    private static final String PURPOSE = "acknowledge the notice of a legal hold";
    private static final int LONGEST = 1200;
    private static final CanonicalJson<Said> FORM = new CanonicalJson<>(Said.class, List.of());

    private final Ledger ledger;

    private record Said(String custodian, String hold, String purpose, long sent) {}

    /** @param ledger whose key signs */
    public NoticeLinks(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The signed part, of letters, digits and {@code - _ .} only: the same for the same notice, for ever. */
    public String write(NoticeLink link) {
        byte[] said = FORM.write(new Said(
                link.custodian().address(),
                link.hold().value(),
                PURPOSE,
                link.sent().toEpochMilli()));
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        return encoder.encodeToString(said) + "." + encoder.encodeToString(ledger.sign(said));
    }

    /** Reads it; empty for what this archive did not sign for this purpose. */
    public Optional<NoticeLink> read(String signed) {
        String[] parts = signed.split("\\.", -1);
        if (parts.length != 2 || signed.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            Base64.Decoder decoder = Base64.getUrlDecoder();
            byte[] said = decoder.decode(parts[0].getBytes(StandardCharsets.UTF_8));
            boolean isOurs = ledger.publicKey().verifies(said, decoder.decode(parts[1]));
            return isOurs ? Optional.of(link(FORM.read(said), signed)) : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** Written again it must be the same text: a second spelling of one link would be another address. */
    private NoticeLink link(Said said, String signed) {
        NoticeLink link = new NoticeLink(
                new HoldId(said.hold()), new Custodian(said.custodian()), Instant.ofEpochMilli(said.sent()));
        if (!said.purpose().equals(PURPOSE) || !write(link).equals(signed)) {
            throw new IllegalArgumentException("It is signed for something else");
        }
        return link;
    }
}
