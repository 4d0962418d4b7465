/**
 * What legal holds mean for the items there are: what one would cover before it is placed, what it caught, what came in a
 * week, and what its end would let go.
 */
@NullMarked
package org.muniment.batch.holding;

import org.jspecify.annotations.NullMarked;
