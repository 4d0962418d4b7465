package org.muniment.archive.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;

/** Decrypts what {@link Encrypting} made. Hands out no byte of a segment that is not as it was. */
final class Decrypting extends Segments {
    /** The first bytes of every encrypted object. */
    static final byte[] MARK = "MUNOBJ1\n".getBytes(StandardCharsets.US_ASCII);

    private final ObjectCipher cipher;

    Decrypting(InputStream encrypted, ObjectCipher cipher) {
        super(encrypted, ObjectCipher.SEGMENT + ObjectCipher.TAG);
        this.cipher = cipher;
    }

    /** The bytes are not those that were encrypted with this key. */
    static final class Changed extends IOException {
        private static final long serialVersionUID = 1L;

        Changed(String what) {
            super(what);
        }
    }

    @Override
    byte[] begin(InputStream from) throws IOException {
        if (!Arrays.equals(from.readNBytes(MARK.length), MARK)) {
            throw new Changed("does not begin as an encrypted object does");
        }
        return new byte[0];
    }

    @Override
    byte[] turn(int number, boolean last, byte[] segment) throws IOException {
        try {
            return cipher.decrypt(number, last, segment);
        } catch (AEADBadTagException e) {
            throw new Changed("was changed in segment " + number + ", or is not of this key");
        }
    }
}
