/** Legal holds: matters, placing, notices and their acknowledgement, release. */
@NullMarked
package org.muniment.api.web.holds;

import org.jspecify.annotations.NullMarked;
