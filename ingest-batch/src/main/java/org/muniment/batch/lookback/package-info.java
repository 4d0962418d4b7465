/**
 * Looking back: listing what a hold caught among the items there were when it was placed. The hold binds without it; only
 * the list waits for it.
 */
@NullMarked
package org.muniment.batch.lookback;

import org.jspecify.annotations.NullMarked;
