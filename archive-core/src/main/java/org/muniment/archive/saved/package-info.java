/** Searches that people keep, each their own or for all who search. */
@NullMarked
package org.muniment.archive.saved;

import org.jspecify.annotations.NullMarked;
