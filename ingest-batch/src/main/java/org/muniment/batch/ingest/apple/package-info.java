/** Messages as Apple's Mail keeps them. */
@NullMarked
package org.muniment.batch.ingest.apple;

import org.jspecify.annotations.NullMarked;
