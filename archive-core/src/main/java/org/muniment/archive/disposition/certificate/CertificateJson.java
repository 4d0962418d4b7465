package org.muniment.archive.disposition.certificate;

import java.util.List;
import org.muniment.archive.disposition.PlanId;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.ledger.CanonicalJson;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.schedule.SeriesId;
import org.muniment.archive.store.Digest;

/** The one written form of a certificate. */
final class CertificateJson {
    private static final CanonicalJson<Certificate> FORM = new CanonicalJson<>(
            Certificate.class,
            List.of(
                    new CanonicalJson.Id<>(PlanId.class, PlanId::new),
                    new CanonicalJson.Id<>(SeriesId.class, SeriesId::new),
                    new CanonicalJson.Id<>(ItemId.class, ItemId::new),
                    new CanonicalJson.Id<>(Officer.class, Officer::new),
                    new CanonicalJson.Id<>(Digest.class, Digest::new)));

    private CertificateJson() {}

    static byte[] write(Certificate certificate) {
        return FORM.write(certificate);
    }

    /**
     * Reads a certificate.
     *
     * @throws IllegalArgumentException when it is none, or is not in its canonical form
     */
    static Certificate read(byte[] json) {
        return FORM.read(json);
    }
}
