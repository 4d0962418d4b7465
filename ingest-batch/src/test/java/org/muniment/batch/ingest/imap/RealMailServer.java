package org.muniment.batch.ingest.imap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A {@link Dovecot} for the tests of a class; each of them finds the mailbox of the user {@code principal} empty. */
public final class RealMailServer implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
    private @Nullable Dovecot dovecot;

    public Dovecot get() {
        return Objects.requireNonNull(dovecot, "runs while tests do");
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        dovecot = Dovecot.start();
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        lose();
    }

    /** The mailbox is gone. */
    public void lose() throws IOException {
        Path mailbox = get().maildir("principal");
        if (Files.exists(mailbox)) {
            Files.move(mailbox, mailbox.resolveSibling("old" + System.nanoTime()));
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (dovecot != null) {
            dovecot.close();
        }
    }
}
