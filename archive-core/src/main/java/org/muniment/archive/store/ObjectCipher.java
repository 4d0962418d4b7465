package org.muniment.archive.store;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The cipher of one object: AES-256 in Galois/Counter mode (NIST SP 800-38D), segment by segment, by the STREAM
 * construction (Hoang and others, 2015): the nonce of a segment is its number and whether it is the last, so none can be
 * changed, moved, left out or cut off unnoticed. A key is used for one object only. Format: decisions/0027.
 */
record ObjectCipher(byte[] key) {
    static final int KEY = 32;
    static final int TAG = 16;
    /** Bytes of a segment as collected; encrypted it has a tag more. */
    static final int SEGMENT = 64 << 10;

    static ObjectCipher random() {
        byte[] key = new byte[KEY];
        new SecureRandom().nextBytes(key);
        return new ObjectCipher(key);
    }

    byte[] encrypt(int number, boolean last, byte[] plain) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, number, last).doFinal(plain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES/GCM", e);
        }
    }

    /** @throws AEADBadTagException when this segment is not what was encrypted with this key, number and end */
    byte[] decrypt(int number, boolean last, byte[] encrypted) throws AEADBadTagException {
        try {
            return cipher(Cipher.DECRYPT_MODE, number, last).doFinal(encrypted);
        } catch (AEADBadTagException changed) {
            throw changed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES/GCM", e);
        }
    }

    private Cipher cipher(int mode, int number, boolean last) throws GeneralSecurityException {
        byte[] nonce = new byte[12];
        for (int at = 10, left = number; left != 0; at--, left >>>= 8) {
            nonce[at] = (byte) left;
        }
        nonce[11] = (byte) (last ? 1 : 0);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(8 * TAG, nonce));
        return cipher;
    }
}
