package org.muniment.archive.store;

import java.io.InputStream;

/** Encrypts what it reads. The same bytes under the same key always give the same stream. */
final class Encrypting extends Segments {
    private final ObjectCipher cipher;

    Encrypting(InputStream plain, ObjectCipher cipher) {
        super(plain, ObjectCipher.SEGMENT);
        this.cipher = cipher;
    }

    @Override
    byte[] begin(InputStream from) {
        return Decrypting.MARK.clone();
    }

    @Override
    byte[] turn(int number, boolean last, byte[] segment) {
        return cipher.encrypt(number, last, segment);
    }
}
