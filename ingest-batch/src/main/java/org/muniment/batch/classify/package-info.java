/**
 * Bringing classifications up to date: after a schedule was adopted, an event recorded, a footer learned, an agreement made or
 * lapsed. Only items that the change can touch are read again.
 */
@NullMarked
package org.muniment.batch.classify;

import org.jspecify.annotations.NullMarked;
