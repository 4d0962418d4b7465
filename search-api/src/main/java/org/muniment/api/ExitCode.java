package org.muniment.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.ArchiveRefused;
import org.muniment.archive.query.QuerySyntaxException;
import org.muniment.archive.store.StoreRefused;

/** How a command ended, as the shell sees it. */
final class ExitCode {
    static final int DONE = 0;
    static final int DONE_WITH_REJECTED = 1;
    static final int WRONG_USAGE = 2;
    static final int REFUSED = 3;
    static final int FAILED = 4;

    private ExitCode() {}

    static int of(Throwable error) {
        return switch (error) {
            case QuerySyntaxException wrong -> WRONG_USAGE;
            case WrongUsage wrong -> WRONG_USAGE;
            case ArchiveRefused refused -> REFUSED;
            case StoreRefused refused -> REFUSED;
            default -> FAILED;
        };
    }

    /** What a person is told: never a stack trace for something she can act on. */
    static String message(Throwable error) {
        return switch (error) {
            case QuerySyntaxException wrong -> wrong.pointed();
            case UncheckedIOException wrapped -> message(wrapped);
            default -> text(error);
        };
    }

    private static String message(UncheckedIOException wrapped) {
        return wrapped.getCause() instanceof NoSuchFileException missing
                ? "There is no such file: " + missing.getFile()
                : text(wrapped) + reason(wrapped.getCause());
    }

    private static String reason(@Nullable IOException cause) {
        return cause == null || cause.getMessage() == null ? "" : " (" + cause.getMessage() + ")";
    }

    private static String text(Throwable error) {
        return error.getMessage() == null ? error.getClass().getSimpleName() : error.getMessage();
    }
}
