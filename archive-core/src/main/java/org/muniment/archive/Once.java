package org.muniment.archive;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A part that is opened when it is first asked for. Safe for many threads. */
final class Once<T> {
    private final Supplier<T> opener;
    private @Nullable T part;

    Once(Supplier<T> opener) {
        this.opener = opener;
    }

    synchronized T get() {
        if (part == null) {
            part = opener.get();
        }
        return part;
    }
}
