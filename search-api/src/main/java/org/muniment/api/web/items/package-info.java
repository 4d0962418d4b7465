/** One item on a page: its head, words, files, class, history, conversation and copies. */
@NullMarked
package org.muniment.api.web.items;

import org.jspecify.annotations.NullMarked;
