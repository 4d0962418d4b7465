/**
 * The sources a district sets up in one file, {@code sources.yaml}: which there are, whose items they hold, and how each is
 * reached. {@link org.muniment.batch.ingest.sources.SourcesFile} reads the file; what an entry means is told by the
 * {@link org.muniment.batch.ingest.sources.SourceKind} it names.
 */
@NullMarked
package org.muniment.batch.ingest.sources;

import org.jspecify.annotations.NullMarked;
