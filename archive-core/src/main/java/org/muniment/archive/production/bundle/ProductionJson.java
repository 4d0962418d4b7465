package org.muniment.archive.production.bundle;

import java.util.List;
import org.muniment.archive.ledger.CanonicalJson;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.production.ProductionId;
import org.muniment.archive.store.Digest;

/** The one written form of {@code production.json}. */
final class ProductionJson {
    private static final CanonicalJson<ProductionFile> FORM = new CanonicalJson<>(
            ProductionFile.class,
            List.of(
                    new CanonicalJson.Id<>(ProductionId.class, ProductionId::new),
                    new CanonicalJson.Id<>(Officer.class, Officer::new),
                    new CanonicalJson.Id<>(Digest.class, Digest::new)));

    private ProductionJson() {}

    static byte[] write(ProductionFile file) {
        return FORM.write(file);
    }

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException when it is none, is not in its canonical form, or of a version that this one does not know
     */
    static ProductionFile read(byte[] json) {
        ProductionFile read = FORM.read(json);
        if (!read.format().equals(ProductionFile.FORMAT)) {
            throw new IllegalArgumentException(
                    "It is written as " + read.format() + ", this program reads " + ProductionFile.FORMAT);
        }
        return read;
    }
}
