package org.muniment.archive.access;

import java.time.Instant;

/** What came of an attempt to sign in. */
public sealed interface SignIn {
    record SignedIn(User user) implements SignIn {}

    /** Too many wrong passwords; none is tried before then. */
    record LockedUntil(Instant until) implements SignIn {}

    /** A wrong password, an unknown name, or an account that is not active: told apart by nobody. */
    record Wrong() implements SignIn {}
}
