/**
 * A production as a folder: how it is laid out, what its manifest and its {@code production.json} say, how it is sealed with
 * the ledger's key, and how anyone checks it with its files and our public key alone (decisions/0016).
 */
@NullMarked
package org.muniment.archive.production.bundle;

import org.jspecify.annotations.NullMarked;
