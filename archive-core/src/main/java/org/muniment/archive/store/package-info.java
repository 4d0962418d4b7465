/** Keeps the collected bytes of items, each under the SHA-256 of its content. Knows no other room. */
@NullMarked
package org.muniment.archive.store;

import org.jspecify.annotations.NullMarked;
