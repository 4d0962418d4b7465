package org.muniment.batch.mailbox;

import org.muniment.archive.item.ItemId;

/** Whether a message may leave its mailbox. */
sealed interface Judgement {
    /** It stays. */
    record Keep(KeptFor reason) implements Judgement {}

    /** Its bytes are in the archive, proved just now. */
    record Remove(ItemId item) implements Judgement {}
}
