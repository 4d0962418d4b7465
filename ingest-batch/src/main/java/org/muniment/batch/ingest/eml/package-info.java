/** Files that hold one message each. */
@NullMarked
package org.muniment.batch.ingest.eml;

import org.jspecify.annotations.NullMarked;
