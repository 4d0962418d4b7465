/** The doors: the command line, later REST and web pages. */
@NullMarked
package org.muniment.api;

import org.jspecify.annotations.NullMarked;
