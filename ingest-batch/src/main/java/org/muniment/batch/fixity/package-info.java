/**
 * Proves what is kept: objects, catalogue, ledger and index against one another.
 *
 * <p>Each thing is checked against another that whoever changed it would have to change as well, down to the checkpoints that
 * were signed and kept elsewhere:
 *
 * <ul>
 *   <li>an object against its name, which is its SHA-256;
 *   <li>a row of {@code item} or {@code collection} against the digest of it that the ledger noted;
 *   <li>the thread of an item, which changes, against the threads of its message ids in {@code thread_key}, and those
 *       against their own rule: a thread is named by its smallest key;
 *   <li>a row of {@code run} or {@code rejection} against what the ledger noted, its source against its key, its start
 *       against its id;
 *   <li>the ledger's entries against the catalogue, so that nothing noted is missing there;
 *   <li>the ledger against its own tree, its signed checkpoints, and those kept elsewhere;
 *   <li>the index's files against their checksums, its items against the catalogue's;
 *   <li>the pages of an embedded database by its own engine.
 * </ul>
 *
 * <p>Two numbers are known to one place only and are not proven: how long a run worked, and a {@code revision} that is
 * unique and not beyond the catalogue's counter. A revision is no fact about an item; it orders the index's work, and the
 * index is compared by itself. The tables of the jobs and of the migrations hold no evidence.
 */
@NullMarked
package org.muniment.batch.fixity;

import org.jspecify.annotations.NullMarked;
