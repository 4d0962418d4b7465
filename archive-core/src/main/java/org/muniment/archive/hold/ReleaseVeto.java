package org.muniment.archive.hold;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Speaks against the release of a hold that still has its reason, whoever asks for it. Asked inside the transaction that
 * releases, under the epoch, when a release is asked for and again when it is approved.
 */
@FunctionalInterface
public interface ReleaseVeto {
    /** For an archive of holds alone. */
    ReleaseVeto NONE = (hold, ends) -> Optional.empty();

    /**
     * Why the hold stays, and what is to be done first; empty when nothing speaks against it.
     *
     * @param ends the first day on which the hold would not bind any more; null while a release is only asked for
     */
    Optional<String> against(HoldId hold, @Nullable LocalDate ends);
}
