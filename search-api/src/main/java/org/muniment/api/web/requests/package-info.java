/**
 * The pages of those who answer requests for records: the queue, a request from its receipt to its end, its letters, the review
 * of its items, and what is handed out.
 */
@NullMarked
package org.muniment.api.web.requests;

import org.jspecify.annotations.NullMarked;
