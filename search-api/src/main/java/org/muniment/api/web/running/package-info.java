/** What whoever runs the server asks of it: whether it lives, whether it can work, and figures for a monitor. */
@NullMarked
package org.muniment.api.web.running;

import org.jspecify.annotations.NullMarked;
