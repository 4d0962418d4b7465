/** What came in and what did not: sources that do not add up, and items that could not be read. */
@NullMarked
package org.muniment.api.web.intake;

import org.jspecify.annotations.NullMarked;
