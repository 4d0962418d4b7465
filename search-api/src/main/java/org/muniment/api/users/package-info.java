/** The commands about who may come in, and about who looked at what. */
@NullMarked
package org.muniment.api.users;

import org.jspecify.annotations.NullMarked;
