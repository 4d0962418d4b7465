package org.muniment.archive.production.bundle;

import java.util.Optional;

/** A time stamping authority, RFC 3161: it says that a file was there at a time. */
public interface TimeStamps {
    /** None is configured. */
    TimeStamps NONE = document -> Optional.empty();

    /**
     * Has the SHA-256 of a document stamped; the document itself stays here.
     *
     * @return the response as DER, {@code TimeStampResp}; empty when no authority is configured
     * @throws org.muniment.archive.production.ProductionRefused when the authority does not answer, or not as it should
     */
    Optional<byte[]> stamp(byte[] document);
}
