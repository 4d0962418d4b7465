package org.muniment.archive.disposition;

import org.muniment.archive.item.ItemId;

/** An item that was due and is kept, and why. */
public record Refused(ItemId item, Refusal refusal) {}
