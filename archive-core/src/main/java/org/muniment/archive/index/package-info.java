/** The search index: the only user of Lucene. Disposable, rebuilt from catalogue and objects. */
@NullMarked
package org.muniment.archive.index;

import org.jspecify.annotations.NullMarked;
