/** The district's own sites: asked politely, never beyond the addresses that may be asked, each version of a page kept as a WARC record. */
@NullMarked
package org.muniment.batch.ingest.web;

import org.jspecify.annotations.NullMarked;
