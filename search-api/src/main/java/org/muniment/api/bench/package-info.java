/** Speed, measured as a ratio to a limit taken in the same run: {@code muniment bench}. */
@NullMarked
package org.muniment.api.bench;

import org.jspecify.annotations.NullMarked;
