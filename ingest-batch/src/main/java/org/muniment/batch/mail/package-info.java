/** Letters that leave through the district's own mail server, when one is set up. */
@NullMarked
package org.muniment.batch.mail;

import org.jspecify.annotations.NullMarked;
