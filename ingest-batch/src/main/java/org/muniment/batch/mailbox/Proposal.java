package org.muniment.batch.mailbox;

import org.muniment.archive.item.ItemId;

/**
 * A message that a run is to remove.
 *
 * @param ordinal its number within the run, from 1
 * @param place where it was when the mailbox was judged
 * @param item the archive's item of the same bytes
 * @param size in bytes
 */
record Proposal(long ordinal, String place, ItemId item, long size) {}
