/**
 * Archive expiry: what a district's schedule says is due is proposed, approved, condemned and destroyed, and nothing of it
 * stays behind in the archive's files. What may be destroyed is decided in {@code org.muniment.archive.disposition};
 * here is when, how many at a time, and what follows.
 */
@NullMarked
package org.muniment.batch.expire;

import org.jspecify.annotations.NullMarked;
