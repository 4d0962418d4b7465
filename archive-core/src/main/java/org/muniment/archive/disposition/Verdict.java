package org.muniment.archive.disposition;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.Collection;
import org.muniment.archive.item.Containers;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.archive.schedule.Classification;
import org.muniment.archive.store.StoreUnavailable;

/** What came of judging a line from its object, outside the lock. */
sealed interface Verdict {
    PlanLine line();

    /** Something that may be destroyed, if all that was seen is still so inside the lock. */
    sealed interface Doomed extends Verdict {
        Seen seen();
    }

    /** Nothing keeps it. */
    record Free(PlanLine line, Seen seen) implements Doomed {}

    /**
     * Its destruction was begun and interrupted, and its object is gone: that was deleted inside the lock, when nothing
     * held it. What is left of it in the catalogue follows.
     */
    record Gone(PlanLine line, Seen seen) implements Doomed {}

    /** It stays. */
    record Kept(PlanLine line, Refusal refusal) implements Verdict {}

    /** The object store did not answer; that says nothing about the item. */
    record Unanswered(PlanLine line, StoreUnavailable problem) implements Verdict {}

    /**
     * The rows it was judged with.
     *
     * @param item as registered, with its revision
     * @param collections all of it
     * @param row its classification in the catalogue; null when it had none
     * @param surroundings what else was known around it
     * @param containers what the containers it came out of were at
     */
    record Seen(
            RegisteredItem item,
            List<Collection> collections,
            @Nullable Classification row,
            Case.Surroundings surroundings,
            List<Containers.State> containers) {}
}
