/** RSS and Atom feeds, polled or as files: each version of an entry is a posting. */
@NullMarked
package org.muniment.batch.ingest.feed;

import org.jspecify.annotations.NullMarked;
