/** Text of files: what in them can be searched, read in bounds so that a hostile file costs only itself. */
@NullMarked
package org.muniment.archive.item.text;

import org.jspecify.annotations.NullMarked;
