/** {@code muniment accounts}: the district's accounts on the web, and what its watched pages look like. */
@NullMarked
package org.muniment.api.accounts;

import org.jspecify.annotations.NullMarked;
