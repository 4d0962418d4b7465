/**
 * Voicemail that a telephone system exported into folders: recordings, beside them transcripts and facts of the call. What
 * belongs together by its name is one item. Formats and choices: decision 0024.
 */
@NullMarked
package org.muniment.batch.ingest.voicemail;

import org.jspecify.annotations.NullMarked;
