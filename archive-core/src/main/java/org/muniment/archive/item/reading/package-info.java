/** Reading of items: from the bytes of a message, however broken, to its facts and words. Decision 0005. */
@NullMarked
package org.muniment.archive.item.reading;

import org.jspecify.annotations.NullMarked;
