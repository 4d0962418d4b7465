package org.muniment.batch.restore;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.ledger.Officer;

/**
 * What to put back.
 *
 * @param what the messages
 * @param into a folder under which all of them go, {@code /} between levels; empty for the folders they were in
 * @param officer who orders it
 */
public record RestoreRequest(What what, String into, Officer officer) {
    /** Messages to be put back. */
    public sealed interface What {
        /** These, each into the folder it was first collected from. */
        record Named(List<ItemId> items) implements What {
            public Named {
                items = List.copyOf(items);
            }
        }

        /**
         * All that was collected from a custodian's mailbox.
         *
         * @param folder only this folder and those in it; null for all
         * @param source only what was collected from this source; null for all
         */
        record FromMailbox(
                Custodian custodian,
                @Nullable String folder,
                @Nullable String source) implements What {}
    }

    /** The folder that something collected from one goes into. */
    String folder(String collected) {
        String own = collected.isEmpty() ? "INBOX" : collected;
        return into.isEmpty() ? own : into + "/" + own;
    }
}
