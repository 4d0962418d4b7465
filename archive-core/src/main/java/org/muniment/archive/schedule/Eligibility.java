package org.muniment.archive.schedule;

import java.time.LocalDate;

/** From when on an item may be destroyed, by its period alone: holds and vetoes are another matter. */
public sealed interface Eligibility {
    /** On this day and after. */
    record On(LocalDate day) implements Eligibility {}

    /** Not at all as things are: permanent, until reclassified, or of unknown age. {@code why} completes "kept: …". */
    record Never(String why) implements Eligibility {}

    /** Not before something is recorded. {@code forWhat} completes "waits for …". */
    record Waiting(String forWhat) implements Eligibility {}
}
