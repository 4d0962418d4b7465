/** The mail of those who left, from separation to the last decision. */
@NullMarked
package org.muniment.api.web.departed;

import org.jspecify.annotations.NullMarked;
