package org.muniment.batch.produce;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.production.ProductionFormat;
import org.muniment.archive.production.ProductionId;
import org.muniment.archive.review.ReviewSet;

/**
 * What is to be produced.
 *
 * @param scope which items
 * @param review the decisions that count; null for a bundle that stays within the district, which nobody reviewed
 * @param format whom it is for
 * @param prefix of its Bates numbers
 * @param out the folder that will be there when it is done; null for one named after the production, in the archive's folder
 *     {@code productions}
 * @param volumeBytes a volume ends before it gets larger, but never within a family
 * @param agency the district's name, on its letters
 * @param legend stands on each page, such as CONFIDENTIAL; may be empty
 * @param by who builds it
 * @param replaces the production that it replaces; null for none
 * @param consents what a person decided about findings that stop a build
 */
public record ProduceRequest(
        Scope scope,
        @Nullable ReviewSet review,
        ProductionFormat format,
        String prefix,
        @Nullable Path out,
        long volumeBytes,
        String agency,
        String legend,
        Officer by,
        @Nullable ProductionId replaces,
        Consents consents) {
    /**
     * What a person looked at and decided to let pass.
     *
     * @param earlier that an item is shown otherwise than in an earlier release (Gov. Code 7921.505)
     * @param shown that words hidden at one place are to be seen at another, where nobody hid them
     */
    public record Consents(boolean earlier, boolean shown) {
        public static final Consents NONE = new Consents(false, false);
    }

    public ProduceRequest {
        out = out == null ? null : out.toAbsolutePath().normalize();
        agency = agency.strip();
        legend = legend.strip();
        if (volumeBytes < 1_000_000) {
            throw new IllegalArgumentException("A volume holds 1 MB at least");
        }
        if (agency.isEmpty() || agency.length() > 200 || legend.length() > 100) {
            throw new IllegalArgumentException(
                    "The agency has a name of 1 to 200 characters, a page's legend at most 100");
        }
    }

    /** What stands on each page: a bundle that nobody reviewed says so, unless something else was asked for. */
    String mark() {
        return isInternal() && legend.isEmpty() ? "Not reviewed. For use within the district only." : legend;
    }

    /** Whether nobody reviewed it, so that it stays within the district. */
    public boolean isInternal() {
        return review == null;
    }
}
