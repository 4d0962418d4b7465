package org.muniment.archive.production.bundle;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.time.Instant;
import java.util.Arrays;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.SignerInformationVerifier;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.util.Store;
import org.muniment.archive.store.Digest;

/** Checks a time stamp with the certificate that came with it; whose certificate that is, is for its reader to judge. */
final class TimeStampCheck {
    private TimeStampCheck() {}

    /**
     * The time at which an authority says the document was there.
     *
     * @throws IllegalArgumentException when it is no time stamp of this document, or is not signed as it says
     */
    static Instant check(byte[] response, byte[] document) {
        try {
            TimeStampToken token = new TimeStampResponse(response).getTimeStampToken();
            if (token == null) {
                throw new IllegalArgumentException("It has no time stamp");
            }
            byte[] stamped = token.getTimeStampInfo().getMessageImprintDigest();
            if (!Arrays.equals(stamped, Digest.of(document).bytes())) {
                throw new IllegalArgumentException("It is the time stamp of something else");
            }
            token.validate(signer(token));
            return token.getTimeStampInfo().getGenTime().toInstant();
        } catch (IOException | TSPException | OperatorCreationException | CertificateException e) {
            throw new IllegalArgumentException("It is no good time stamp: " + e.getMessage(), e);
        }
    }

    private static SignerInformationVerifier signer(TimeStampToken token)
            throws OperatorCreationException, CertificateException {
        Store<X509CertificateHolder> certificates = token.getCertificates();
        X509CertificateHolder signer = certificates.getMatches(null).stream()
                .filter(certificate -> token.getSID().match(certificate))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("It lacks the certificate of who stamped it"));
        return new JcaSimpleSignerInfoVerifierBuilder().build(signer);
    }
}
