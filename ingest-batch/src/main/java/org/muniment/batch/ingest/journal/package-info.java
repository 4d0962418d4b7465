/**
 * Journal intake: mail servers send a copy of every message here, by SMTP (RFC 5321) or LMTP (RFC 2033). A message is
 * acknowledged when its object is on disk and its row committed, never before; see decision 0021.
 */
@NullMarked
package org.muniment.batch.ingest.journal;

import org.jspecify.annotations.NullMarked;
