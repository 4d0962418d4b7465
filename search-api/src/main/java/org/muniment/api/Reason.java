package org.muniment.api;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an error means, in words that help the person who meets it. */
public final class Reason {
    private Reason() {}

    /** The words for an error. */
    public static String of(Throwable error) {
        if (error instanceof UncheckedIOException wrapped) {
            return file(wrapped);
        }
        if (error instanceof OutOfMemoryError) {
            return "There is not enough memory for this. Give more: MUNIMENT_JAVA_OPTS=-Xmx4g muniment …";
        }
        SQLException database = database(error);
        if (database != null) {
            return "The catalogue can't be used: " + text(database).replaceFirst("[.\\s]+$", "")
                    + ". See that its database is there, reachable and undamaged, then try again.";
        }
        return isOurs(error) ? text(error) + because(error) : unforeseen(error);
    }

    private static String unforeseen(Throwable error) {
        return "Something unforeseen happened (" + error.getClass().getSimpleName() + ": " + text(error)
                + "). Nothing that was taken in is lost. Please report it, with what this adds: "
                + "MUNIMENT_JAVA_OPTS=-Dmuniment.trace=true muniment …";
    }

    /** Errors of this program carry their own words; the platform's are meant for programmers. */
    private static boolean isOurs(Throwable error) {
        return error.getClass().getPackageName().startsWith("org.muniment")
                || error instanceof IllegalStateException
                || error instanceof IllegalArgumentException;
    }

    private static String file(UncheckedIOException wrapped) {
        String why = wrapped.getCause() instanceof IOException cause ? why(cause) : text(wrapped);
        String deed = text(wrapped);
        return deed.equals(String.valueOf(wrapped.getCause())) ? capital(why) : deed + ": " + why;
    }

    private static String why(IOException cause) {
        return switch (cause) {
            case NoSuchFileException missing -> "there is no " + missing.getFile();
            case AccessDeniedException denied -> denied.getFile() + " may not be read or written by you";
            case FileAlreadyExistsException inTheWay -> inTheWay.getFile() + " is in the way";
            // Spring names the file only; the platform adds in brackets what is wrong with it.
            case FileNotFoundException missing ->
                text(missing).endsWith(")") ? text(missing) : "there is no " + text(missing);
            case NotDirectoryException file -> file.getFile() + " is not a folder";
            case FileSystemException other -> other.getFile() + ": " + reason(other);
            default -> text(cause);
        };
    }

    private static String reason(FileSystemException error) {
        return error.getReason() == null ? error.getClass().getSimpleName() : error.getReason();
    }

    private static @Nullable SQLException database(Throwable error) {
        for (Throwable at = error; at != null; at = at.getCause()) {
            if (at instanceof SQLException found) {
                return found;
            }
        }
        return null;
    }

    private static String because(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String why = root instanceof IOException io ? why(io) : text(root);
        return root == error || text(error).contains(why) ? "" : " (" + why + ")";
    }

    private static String text(Throwable error) {
        return error.getMessage() == null ? error.getClass().getSimpleName() : error.getMessage();
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
