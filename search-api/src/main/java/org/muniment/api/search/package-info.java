/** Mail as somebody may see it: all of it, or their own. Every page, command and answer about items goes through {@link Mail}. */
@NullMarked
package org.muniment.api.search;

import org.jspecify.annotations.NullMarked;
