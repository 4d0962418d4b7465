/** Mailboxes with one file for each message in {@code cur} and {@code new}. */
@NullMarked
package org.muniment.batch.ingest.maildir;

import org.jspecify.annotations.NullMarked;
