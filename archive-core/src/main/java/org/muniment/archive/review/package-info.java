/**
 * What people decide about items before they are handed out: responsive or not, exempt under which section, and which
 * passages are removed. A {@link org.muniment.archive.review.ReviewSet} gathers the decisions for one request or
 * matter; nothing here changes an item. Finders suggest, only a person's word counts.
 */
@NullMarked
package org.muniment.archive.review;

import org.jspecify.annotations.NullMarked;
