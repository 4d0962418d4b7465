package org.muniment.archive.disposition.certificate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.muniment.archive.disposition.PlanId;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.schedule.SeriesId;
import org.muniment.archive.store.Digest;

/**
 * What a certificate of destruction says: {@code certificate.json}. Ids, digests, counts and the officers' names; nothing of
 * what was destroyed, and nobody it was about.
 *
 * @param format {@link #FORMAT}
 * @param certificate its name: {@code C} and the plan's number; a later one over the same plan adds {@code -2} and so on
 * @param plan what was carried out
 * @param issued when
 * @param zone the agency's, in which its days are
 * @param asOf the day the plan was made for
 * @param schedule the version of the retention schedule the plan was made by
 * @param list what was on the plan
 * @param authority on what authority, and the two persons
 * @param destroyed how much, and when
 * @param series the same by series, class and citation, in this order
 * @param kept items taken off the list, by reason
 * @param open items of the list that are neither destroyed nor taken off it
 * @param means how it was done, in sentences
 * @param left what could not be removed, and why
 * @param ledger the log that has all this, as of the checkpoint its proofs lead to
 * @param acts the ledger's entries of the plan itself, by type
 * @param files SHA-256 of every other file but the proofs and the entries, which prove themselves
 */
public record Certificate(
        String format,
        String certificate,
        PlanId plan,
        Instant issued,
        ZoneId zone,
        LocalDate asOf,
        long schedule,
        Frozen list,
        Authority authority,
        Destroyed destroyed,
        List<Group> series,
        SortedMap<String, Long> kept,
        long open,
        List<String> means,
        List<Removal.Left> left,
        Log ledger,
        SortedMap<String, Long> acts,
        SortedMap<String, Digest> files) {
    public static final String FORMAT = "muniment-certificate-of-destruction/1";

    /**
     * The list as it was frozen.
     *
     * @param items its lines
     * @param sha256 of {@code list.txt}
     */
    public record Frozen(long items, Digest sha256) {}

    /**
     * On what authority.
     *
     * @param words the board's action, or the standing authority
     * @param first who proposed, or signed the standing authority first
     * @param second another person, who approved, or signed it too
     * @param at when the plan was approved
     */
    public record Authority(String words, Officer first, Officer second, Instant at) {}

    /**
     * How much was destroyed.
     *
     * @param bytes of the objects
     * @param first when the first item was destroyed
     * @param last when the last one was
     */
    public record Destroyed(long items, long bytes, Instant first, Instant last) {}

    /**
     * What was destroyed of one series.
     *
     * @param recordClass 1, 2 or 3
     * @param authority the citation
     */
    public record Group(SeriesId series, int recordClass, String authority, long items, long bytes) {}

    /**
     * The ledger.
     *
     * @param origin its name
     * @param key its public key, as in {@code ledger.pub}
     * @param checkpoint the signed root that the items' proofs lead to
     */
    public record Log(String origin, String key, String checkpoint) {}

    public Certificate {
        series = List.copyOf(series);
        means = List.copyOf(means);
        left = List.copyOf(left);
        kept = new TreeMap<>(kept);
        acts = new TreeMap<>(acts);
        files = new TreeMap<>(files);
    }

    /** The same over other files. */
    Certificate withFiles(Map<String, Digest> digests) {
        return new Certificate(
                format,
                certificate,
                plan,
                issued,
                zone,
                asOf,
                schedule,
                list,
                authority,
                destroyed,
                series,
                kept,
                open,
                means,
                left,
                ledger,
                acts,
                new TreeMap<>(digests));
    }
}
