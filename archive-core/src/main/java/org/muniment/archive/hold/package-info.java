/**
 * Matters and legal holds: what must not be destroyed, for whom and why. A
 * {@link org.muniment.archive.hold.LegalHold} binds from the moment it is placed, for items there are and items to come,
 * by its scope alone; the lists of what it caught are for reading.
 */
@NullMarked
package org.muniment.archive.hold;

import org.jspecify.annotations.NullMarked;
