/** Bringing the search index up to the catalogue, or building it again from nothing. */
@NullMarked
package org.muniment.batch.reindex;

import org.jspecify.annotations.NullMarked;
