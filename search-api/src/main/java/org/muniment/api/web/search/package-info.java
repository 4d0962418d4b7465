/** The search over others' mail, for a purpose, and what is kept and exported of it. */
@NullMarked
package org.muniment.api.web.search;

import org.jspecify.annotations.NullMarked;
