/** Files that hold files: zip archives and the exports that come in them. */
@NullMarked
package org.muniment.batch.ingest.archive;

import org.jspecify.annotations.NullMarked;
