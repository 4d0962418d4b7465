/**
 * Letters to those who request records: templates that a district can edit, filled with named fields only, and the register of
 * what was sent, as text and as PDF.
 */
@NullMarked
package org.muniment.archive.request.letter;

import org.jspecify.annotations.NullMarked;
