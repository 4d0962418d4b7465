/** Mailboxes in one file, one message after another: mboxo, mboxrd, gzipped. */
@NullMarked
package org.muniment.batch.ingest.mbox;

import org.jspecify.annotations.NullMarked;
