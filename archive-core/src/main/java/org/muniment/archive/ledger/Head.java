package org.muniment.archive.ledger;

/** How far the log goes. */
record Head(long size, Hash root) {}
