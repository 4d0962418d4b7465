package org.muniment.archive.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Footers that stand under the mails of many people, such as the notice of BP 1114: no words of the message. A footer is
 * known by a fingerprint of its letters and digits alone, so that line breaks, quotation marks and spaces do not matter.
 */
public final class Footers {
    private static final int SHOWN = 80;

    private Footers() {}

    /**
     * A paragraph, or the last lines of one, that stands at the foot of mails.
     *
     * @param fingerprint of its letters and digits in lower case; the same for the same words in every process and version
     * @param firstWords how it begins, one line of at most 80 characters, for people
     */
    public record Footer(long fingerprint, String firstWords) {}

    /** Footers whose words do not count. Immutable, safe for many threads. */
    public static final class Known {
        /** No footer at all. */
        public static final Known NONE = new Known(List.of());

        private final Map<Long, Footer> footers = new HashMap<>();
        /** Theirs, in order. */
        private final long[] fingerprints;

        /** These footers. */
        public Known(Iterable<Footer> footers) {
            footers.forEach(footer -> this.footers.put(footer.fingerprint(), footer));
            this.fingerprints = this.footers.keySet().stream()
                    .mapToLong(Long::longValue)
                    .sorted()
                    .toArray();
        }

        /** These and more. */
        public Known with(List<Footer> more) {
            var all = new ArrayList<>(footers.values());
            all.addAll(more);
            return new Known(all);
        }

        /** All of them, in no order. */
        public List<Footer> all() {
            return List.copyOf(footers.values());
        }

        /** The text without these footers. */
        String strip(String text) {
            if (footers.isEmpty()) {
                return text;
            }
            var kept = new StringBuilder();
            int at = 0;
            for (Paragraph paragraph : Paragraph.in(text)) {
                int[] begin = {paragraph.to()};
                paragraph.endings(text, (from, fingerprint) -> begin[0] = isKnown(fingerprint) ? from : begin[0]);
                if (begin[0] < paragraph.to()) {
                    kept.append(text, at, begin[0]);
                    at = paragraph.to();
                }
            }
            return at == 0 ? text : kept.append(text, at, text.length()).toString();
        }

        private boolean isKnown(long fingerprint) {
            return Arrays.binarySearch(fingerprints, fingerprint) >= 0;
        }
    }

    /** The footer that a stretch of text is. */
    static Footer of(String text, int from, int to, long fingerprint) {
        String line =
                text.substring(from, Math.min(to, from + 2 * SHOWN)).strip().replaceAll("\\s+", " ");
        return new Footer(fingerprint, line.substring(0, Math.min(SHOWN, line.length())));
    }
}
