/** Takes items out of the archive as files that other programs read; nothing in it changes. */
@NullMarked
package org.muniment.batch.export;

import org.jspecify.annotations.NullMarked;
