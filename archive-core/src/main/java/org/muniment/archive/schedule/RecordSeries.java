package org.muniment.archive.schedule;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.query.ItemQuery;

/**
 * A record series: one line of a retention schedule, which is a rule with its citation.
 *
 * @param id its name within the schedule
 * @param title what people call it
 * @param recordClass Class 1, 2 or 3; with an {@code exit} Class 1 until then
 * @param standing what the law makes of its items
 * @param query what an item's own words match; null only for the series of unmatched items
 * @param keep how long its items are kept; with an {@code exit} counted from that day
 * @param atMost by when the law wants them destroyed, counted from the earliest event; null when it does not say
 * @param exit when a Class 1 record stops being one and becomes Class 3, 5 CCR 16023(c)(2); null when it never does
 * @param authority the citation
 * @param verified whether the text of the authority was read for this line
 * @param basis REG, STAT, FED or PRAC: regulation, statute, federal law, practice
 * @param note what a person should know; may be empty
 * @param transitory whether a standing authority may let it be destroyed without a list of its own; only Class 3
 * @param holdRecommended whether its items call for a legal hold
 * @param yes mails that must fall into this series
 * @param no mails that must not
 */
public record RecordSeries(
        SeriesId id,
        String title,
        RecordClass recordClass,
        Standing standing,
        @Nullable ItemQuery query,
        RetentionPeriod keep,
        @Nullable RetentionPeriod atMost,
        @Nullable RetentionPeriod exit,
        String authority,
        boolean verified,
        String basis,
        String note,
        boolean transitory,
        boolean holdRecommended,
        List<Example> yes,
        List<Example> no) {
    /** What stands beside a citation whose text was not read for this line. */
    public static final String NOT_VERIFIED = "not verified";

    /**
     * A mail to try a rule on.
     *
     * @param mail a whole message as RFC 5322 writes it, lines ended by a line feed
     * @param line where it begins in the schedule's file, from 1
     */
    public record Example(String mail, int line) {}

    public RecordSeries {
        yes = List.copyOf(yes);
        no = List.copyOf(no);
        String contradiction = Contradiction.in(recordClass, standing, keep, exit, transitory);
        if (!contradiction.isEmpty()) {
            throw new IllegalArgumentException(contradiction);
        }
    }

    /** The authority as people read it who decide by it: with the words "not verified" where its text was not read. */
    public String citation() {
        return verified ? authority : authority + ", " + NOT_VERIFIED;
    }

    /** Its name and title. */
    public String name() {
        return id + " " + title;
    }
}
