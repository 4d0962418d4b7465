/**
 * The papers of a destruction: the list the board is asked about before it, and the certificate after it. A certificate is
 * a folder that anyone can check with its files and the ledger's public key alone; see decisions/0013.
 *
 * <p>{@link org.muniment.archive.disposition.certificate.CertificateFiles} writes it,
 * {@link org.muniment.archive.disposition.certificate.CertificateCheck} checks it, and
 * {@link org.muniment.archive.disposition.certificate.BoardList} is the paper for the board.
 */
@NullMarked
package org.muniment.archive.disposition.certificate;

import org.jspecify.annotations.NullMarked;
