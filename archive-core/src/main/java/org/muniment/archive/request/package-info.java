/**
 * Requests for records under the California Public Records Act: what was asked, for what, and by when the law wants an
 * answer. An open {@link org.muniment.archive.request.RecordsRequest} always has a hold.
 */
@NullMarked
package org.muniment.archive.request;

import org.jspecify.annotations.NullMarked;
