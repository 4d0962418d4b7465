package org.muniment.archive.disposition.certificate;

/** A certificate or list can't be written as things are. The message says why and what to do; nothing was written. */
public final class CertificateRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CertificateRefused(String message) {
        super(message);
    }
}
