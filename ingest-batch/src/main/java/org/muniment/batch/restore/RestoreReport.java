package org.muniment.batch.restore;

import java.util.List;
import java.util.Map;

/**
 * What a restore did, or, as a rehearsal, would do.
 *
 * @param restore its id; empty for a rehearsal
 * @param target the mailbox
 * @param chosen messages that were asked for; those of several folders count for each
 * @param restored messages put back just now and found equal there
 * @param lineEnds of those, how many whose lines the server ends otherwise
 * @param present messages that were there already
 * @param folders how many messages were chosen for each folder
 * @param problems messages that are not there, or not as they were, at most the first 1,000
 * @param failed how many such messages there are
 */
public record RestoreReport(
        String restore,
        String target,
        long chosen,
        long restored,
        long lineEnds,
        long present,
        Map<String, Long> folders,
        List<Problem> problems,
        long failed) {
    /** A message that could not be put back as it was. */
    public record Problem(String item, String folder, String reason) {}

    public RestoreReport {
        folders = Map.copyOf(folders);
        problems = List.copyOf(problems);
    }
}
