/** The door to the sources a district sets up: {@code muniment sources}. */
@NullMarked
package org.muniment.api.sources;

import org.jspecify.annotations.NullMarked;
