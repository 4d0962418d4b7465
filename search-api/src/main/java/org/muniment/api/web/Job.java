package org.muniment.api.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
 * @param order what it was asked for, of a kind that goes on where it stopped; null for other kinds
 * @param goneOnAs the job that went on with it; null for none
 */
public record Job(
        JobId id,
        String name,
        String by,
        String user,
        Instant began,
        long done,
        long total,
        State state,
        String then,
        @Nullable Order order,
        @Nullable JobId goneOnAs) {
    /** How it stands. */
    public sealed interface State {
        record Running() implements State {}

        /** @param words what came of it */
        record Done(Instant at, String words) implements State {}

        /** @param words why not, and what to do */
        record Failed(Instant at, String words) implements State {}
    }

    /**
     * What a job was asked for, so that it can be begun again.
     *
     * @param kind the name of its {@link JobKind}
     * @param asked what that kind reads, each without line feeds
     */
    public record Order(String kind, List<String> asked) {
        public Order {
            asked = List.copyOf(asked);
        }
    }

    /** Whether a person may see it: whoever asked for it, and who looks after all of them. */
    public boolean mayBeSeenBy(Who who) {
        return user.equals(who.user()) || who.isAny(Role.ADMINISTRATOR, Role.AUDITOR);
    }

    public boolean isRunning() {
        return state instanceof State.Running;
    }

    /** Whether it came to nothing, goes on where it stopped, and nobody let it go on yet. */
    public boolean isResumable() {
        return state instanceof State.Failed && order != null && goneOnAs == null;
    }

    /** What it was asked for, as its kind reads it. */
    public List<String> asked() {
        return order == null ? List.of() : order.asked();
    }

    Job advanced(long now, long of) {
        return new Job(id, name, by, user, began, now, of, state, then, order, goneOnAs);
    }

    Job ended(State end) {
        return new Job(id, name, by, user, began, done, total, end, then, order, goneOnAs);
    }

    Job goneOn(JobId next) {
        return new Job(id, name, by, user, began, done, total, state, then, order, next);
    }
}
