/**
 * Giving messages back to mailboxes ("restore current electronic mail in the event of a systems failure", AR 7203): the
 * archive's objects, byte for byte, with the marks and the receipt time they had. Nothing in the archive changes.
 */
@NullMarked
package org.muniment.batch.restore;

import org.jspecify.annotations.NullMarked;
