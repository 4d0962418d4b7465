/** The custody ledger: an RFC 6962 Merkle log of every change of custody. Knows no other room. */
@NullMarked
package org.muniment.archive.ledger;

import org.jspecify.annotations.NullMarked;
