/** Proves what is kept: objects, catalogue, ledger and index against one another. */
@NullMarked
package org.muniment.batch.fixity;

import org.jspecify.annotations.NullMarked;
