package org.muniment.archive;

import java.util.ArrayDeque;
import java.util.Deque;

/** What must be closed, the last opened first. Safe for many threads. */
final class OpenParts {
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    synchronized <T extends AutoCloseable> T keep(T part) {
        parts.push(part);
        return part;
    }

    synchronized void close() {
        while (!parts.isEmpty()) {
            close(parts.pop());
        }
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Closing the archive failed", e);
        }
    }
}
