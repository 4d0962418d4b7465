/**
 * The night's work in one flow, each step resumable, and the one page that says in the morning what was done, what was
 * refused and why, and what a person must do.
 */
@NullMarked
package org.muniment.batch.nightly;

import org.jspecify.annotations.NullMarked;
