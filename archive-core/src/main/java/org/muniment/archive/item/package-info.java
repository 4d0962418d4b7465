/** Items: what one collected message is, how its bytes are read, where it is registered. */
@NullMarked
package org.muniment.archive.item;

import org.jspecify.annotations.NullMarked;
