/** Who looked at what of others, for auditors. */
@NullMarked
package org.muniment.api.web.looks;

import org.jspecify.annotations.NullMarked;
