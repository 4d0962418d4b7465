package org.muniment.api.web;

import java.time.Instant;
import org.muniment.archive.access.Role;

/**
 * Work that goes on after the page has answered.
 *
 * @param name what is done, in words; one of a name runs at a time
 * @param by who asked for it
 * @param user the account of who asked for it
 * @param done how much of it is done
 * @param total how much there is; 0 while that is not known
 * @param then the page that shows what came of it
 */
public record Job(
        JobId id, String name, String by, String user, Instant began, long done, long total, State state, String then) {
    /** How it stands. */
    public sealed interface State {
        record Running() implements State {}

        /** @param words what came of it */
        record Done(Instant at, String words) implements State {}

        /** @param words why not, and what to do */
        record Failed(Instant at, String words) implements State {}
    }

    /** Whether a person may see it: whoever asked for it, and who looks after all of them. */
    public boolean mayBeSeenBy(Who who) {
        return user.equals(who.user()) || who.isAny(Role.ADMINISTRATOR, Role.AUDITOR);
    }

    public boolean isRunning() {
        return state instanceof State.Running;
    }

    Job advanced(long now, long of) {
        return new Job(id, name, by, user, began, now, of, state, then);
    }

    Job ended(State end) {
        return new Job(id, name, by, user, began, done, total, end, then);
    }
}
