/** Files of web archives: WARC (ISO 28500) and ARC, a record an item. */
@NullMarked
package org.muniment.batch.ingest.warc;

import org.jspecify.annotations.NullMarked;
