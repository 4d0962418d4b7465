package org.muniment.archive.disposition;

import java.util.List;

/**
 * How much a run is about to remove, beside what was usual: from the archive or from mailboxes alike.
 *
 * @param run the run's name, a plan's for the archive
 * @param items items to be removed by it, with what was removed on the same day before
 * @param shares for each custodian concerned
 * @param history items removed on each of the last 30 days, in any order; days on which nothing was removed may be left
 *     out or be 0
 * @param unreconciled sources whose latest run did not end with its sum holding, as people name them
 */
public record Volume(String run, long items, List<Share> shares, List<Long> history, List<String> unreconciled) {
    /**
     * One custodian's part.
     *
     * @param custodian the mailbox's address
     * @param removing items of it to be removed, with what was removed on the same day before
     * @param of items in it before that day's removals
     */
    public record Share(String custodian, long removing, long of) {}

    public Volume {
        shares = List.copyOf(shares);
        history = List.copyOf(history);
        unreconciled = List.copyOf(unreconciled);
    }
}
