/** Opens an archive: the wiring of all rooms on one page. */
@NullMarked
package org.muniment.archive;

import org.jspecify.annotations.NullMarked;
