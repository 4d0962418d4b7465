/** The one query language: a sealed tree, its strict parser, its fields. Knows no other room. */
@NullMarked
package org.muniment.archive.query;

import org.jspecify.annotations.NullMarked;
