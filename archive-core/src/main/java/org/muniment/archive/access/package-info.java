/** Who may come in and what they may do: accounts and roles. */
@NullMarked
package org.muniment.archive.access;

import org.jspecify.annotations.NullMarked;
