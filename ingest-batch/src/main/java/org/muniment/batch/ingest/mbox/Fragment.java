package org.muniment.batch.ingest.mbox;

import org.muniment.archive.store.Spool;

/**
 * A part of an mbox. From line, message (quoted again) and separator, one fragment after another, are the file's bytes.
 *
 * @param offset of the first byte in the file
 * @param fromLine with its line end; empty for what stands before the first one
 * @param quoting how the message was quoted
 * @param message as it was before it was quoted
 * @param separator the empty line behind it; empty when there is none
 * @param end offset of the byte behind it
 */
record Fragment(long offset, byte[] fromLine, Quoting quoting, Spool message, byte[] separator, long end) {}
