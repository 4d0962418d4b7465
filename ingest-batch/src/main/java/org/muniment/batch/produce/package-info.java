/**
 * Productions: from the items that somebody asks for to a sealed package. What an item's pages are made of, what is hidden
 * before anything is set, which numbers stand where, and the test that nothing hidden is in the package. Why so:
 * decisions/0018.
 */
@NullMarked
package org.muniment.batch.produce;

import org.jspecify.annotations.NullMarked;
