package org.muniment.archive.schedule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the footers that are repeated across many senders: a paragraph, or the last lines of one, of at least 60 letters and
 * digits, seen among the last three paragraphs of mails from five different senders. A mail's first paragraph is no candidate:
 * what someone writes is no footer because others write it too. Remembers 50,000 candidates, those it saw last. Safe for many
 * threads: they take turns only to look up what they found.
 */
public final class FooterLearner {
    /** From so many different senders on it is a footer. */
    public static final int SENDERS = 5;

    private static final int REMEMBERED = 50_000;
    private static final int LAST = 3;

    private final Set<Long> known = new HashSet<>();
    private final Recent senders = new Recent();

    /** What stands from one place of a text to another. */
    private record Candidate(int from, int to, long fingerprint) {}

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
        List<List<Candidate>> endings = endings(own);
        return endings.isEmpty()
                ? List.of()
                : learn(own, endings, sender.strip().toLowerCase(Locale.ROOT).hashCode());
    }

    /** The endings of each paragraph that may be a footer, the shortest first. */
    private static List<List<Candidate>> endings(String own) {
        List<Paragraph> paragraphs = Paragraph.in(own);
        var found = new ArrayList<List<Candidate>>();
        for (int i = Math.max(1, paragraphs.size() - LAST); i < paragraphs.size(); i++) {
            Paragraph paragraph = paragraphs.get(i);
            var endings = new ArrayList<Candidate>();
            paragraph.endings(
                    own, (from, fingerprint) -> endings.add(new Candidate(from, paragraph.to(), fingerprint)));
            if (!endings.isEmpty()) {
                found.add(endings);
            }
        }
        return found;
    }

    /** Of the endings of a paragraph that become known now the longest says it all. */
    private synchronized List<Footers.Footer> learn(String own, List<List<Candidate>> endings, int sender) {
        var found = new ArrayList<Footers.Footer>();
        for (List<Candidate> ofOne : endings) {
            @Nullable Candidate longest = null;
            for (Candidate candidate : ofOne) {
                longest = isNew(candidate.fingerprint(), sender) ? candidate : longest;
            }
            if (longest != null) {
                found.add(Footers.of(own, longest.from(), longest.to(), longest.fingerprint()));
            }
        }
        return found;
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
