/** A person's own mail: search, keep, what leaves soon. */
@NullMarked
package org.muniment.api.web.mine;

import org.jspecify.annotations.NullMarked;
