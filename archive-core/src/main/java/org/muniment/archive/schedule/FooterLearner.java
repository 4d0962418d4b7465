package org.muniment.archive.schedule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds the footers that are repeated across many senders: a paragraph, or the last lines of one, of at least 60 letters and
 * digits, seen among the last three paragraphs of mails from five different senders. A mail's first paragraph is no candidate:
 * what someone writes is no footer because others write it too. Remembers 50,000 candidates, those it saw last. For one thread.
 */
public final class FooterLearner {
    /** From so many different senders on it is a footer. */
    public static final int SENDERS = 5;

    private static final int REMEMBERED = 50_000;
    private static final int LAST = 3;

    private final Set<Long> known = new HashSet<>();
    private final Recent senders = new Recent();

    /** The candidates seen last, each with the senders it was seen from. */
    private static final class Recent extends LinkedHashMap<Long, Seen> {
        private static final long serialVersionUID = 1;

        Recent() {
            super(1_024, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Seen> eldest) {
            return size() > REMEMBERED;
        }
    }

    /** Senders by their hash, as names need not be kept to be told apart. */
    private static final class Seen {
        private final int[] hashes = new int[SENDERS];
        private int count;

        boolean isEnough(int sender) {
            for (int i = 0; i < count; i++) {
                if (hashes[i] == sender) {
                    return false;
                }
            }
            hashes[count++] = sender;
            return count == SENDERS;
        }
    }

    /** Begins with footers that are known already, which are not found again. */
    public FooterLearner(Footers.Known known) {
        known.all().forEach(footer -> this.known.add(footer.fingerprint()));
    }

    /**
     * Learns from one mail.
     *
     * @param sender the author's address; mails without one teach nothing
     * @param body the text as read, with all that is quoted in it
     * @return the footers that this mail made known; mostly none
     */
    public List<Footers.Footer> observe(String sender, String body) {
        if (sender.isBlank()) {
            return List.of();
        }
        String own = OwnWords.above(body);
        List<Paragraph> paragraphs = Paragraph.in(own);
        int hash = sender.strip().toLowerCase(Locale.ROOT).hashCode();
        var found = new ArrayList<Footers.Footer>();
        for (int i = Math.max(1, paragraphs.size() - LAST); i < paragraphs.size(); i++) {
            longest(own, paragraphs.get(i), hash, found);
        }
        return found;
    }

    /** Of the endings of a paragraph that become known now the longest says it all. */
    private void longest(String own, Paragraph paragraph, int sender, List<Footers.Footer> found) {
        var longest = new ArrayList<Footers.Footer>();
        paragraph.endings(own, (from, fingerprint) -> {
            if (isNew(fingerprint, sender)) {
                longest.add(Footers.of(own, from, paragraph.to(), fingerprint));
            }
        });
        if (!longest.isEmpty()) {
            found.add(longest.getLast());
        }
    }

    private boolean isNew(long fingerprint, int sender) {
        if (known.contains(fingerprint)
                || !senders.computeIfAbsent(fingerprint, any -> new Seen()).isEnough(sender)) {
            return false;
        }
        senders.remove(fingerprint);
        return known.add(fingerprint);
    }
}
