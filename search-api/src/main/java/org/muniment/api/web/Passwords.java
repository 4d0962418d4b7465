package org.muniment.api.web;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How passwords are kept: hashed so that guessing each costs time and memory. */
public final class Passwords {
    private static final int SALT = 16;
    private static final int HASH = 32;
    private static final int KIBIBYTES = 19 * 1024;
    private static final int PASSES = 2;

    private Passwords() {}

    /** Argon2id with 19 MiB and 2 passes: the least that OWASP advises. Safe for many threads. */
    public static PasswordEncoder encoder() {
        return new Argon2PasswordEncoder(SALT, HASH, 1, KIBIBYTES, PASSES);
    }
}
