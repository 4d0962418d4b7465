/** Reads a finished package again, all of it, for every word that was hidden. Decisions/0018. */
@NullMarked
package org.muniment.batch.produce.leak;

import org.jspecify.annotations.NullMarked;
