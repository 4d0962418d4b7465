package org.muniment.archive.item.reading;

import org.muniment.archive.item.text.ExtractionLimits;

/**
 * How much of one item is read. What lies beyond is kept in the object all the same, and named as a gap.
 *
 * @param depth messages within messages, multiparts within multiparts, archives within archives
 * @param parts attachments listed, members of archives included
 * @param inflated bytes that archives, encodings and wrappings inside one item may unfold to
 * @param text characters kept of the body, and of all attachments together
 * @param headers bytes of headers kept per message
 * @param addresses addresses and message ids kept per header name
 * @param extraction what reading one attachment may cost
 */
public record ReadingLimits(
        int depth, int parts, long inflated, int text, int headers, int addresses, ExtractionLimits extraction) {
    /** Wide enough that no honest mail is cut: a 10 MB header, a 1 GB archive of board packets. */
    public static final ReadingLimits DEFAULT =
            new ReadingLimits(40, 10_000, 2L << 30, 10_000_000, 16 << 20, 10_000, ExtractionLimits.DEFAULT);

    public ReadingLimits {
        if (depth < 1 || parts < 1 || inflated < 1 || text < 1 || headers < 1_000 || addresses < 1) {
            throw new IllegalArgumentException("Reading limits are positive; headers keep 1,000 bytes at least");
        }
    }
}
