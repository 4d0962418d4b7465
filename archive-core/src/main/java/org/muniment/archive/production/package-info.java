/**
 * Productions: numbered sets of records that a requester, a court or an archives gets, and what proves them later.
 *
 * <p>{@link org.muniment.archive.production.Productions} is the register: who made which production for what, which Bates
 * numbers stand on it, who checked and released it, and what it said of each item. A number is never reused.
 * {@code loadfile} writes and reads the tables that go along, byte by byte; {@code bundle} is the folder itself, its manifest,
 * its seal and its check. Layout, numbering and what is signed: decisions/0016.
 */
@NullMarked
package org.muniment.archive.production;

import org.jspecify.annotations.NullMarked;
