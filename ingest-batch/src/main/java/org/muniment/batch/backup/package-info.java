/** Copies an archive while it is in use, and makes an archive of a copy again. What a copy looks like: decisions/0026. */
@NullMarked
package org.muniment.batch.backup;

import org.jspecify.annotations.NullMarked;
