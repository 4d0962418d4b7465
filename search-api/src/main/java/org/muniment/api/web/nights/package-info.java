/** What each night did. */
@NullMarked
package org.muniment.api.web.nights;

import org.jspecify.annotations.NullMarked;
