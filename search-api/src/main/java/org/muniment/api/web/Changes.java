package org.muniment.api.web;

import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;
import org.muniment.archive.Archive;
import org.springframework.stereotype.Component;

/** How pages and programs change what the catalogue has: whole or not at all, and signed. Safe for many threads. */
@Component
public final class Changes {
    private final Archive archive;

    Changes(Archive archive) {
        this.archive = archive;
    }

    /** Changes the catalogue and its ledger in one transaction, and signs what was noted. */
    public <T> T make(Supplier<T> change) {
        T done = Objects.requireNonNull(archive.catalogue().transactions().execute(status -> change.get()));
        archive.ledger().checkpoint();
        return done;
    }

    /** The same for a change of which nothing is to be told. */
    public void run(Runnable change) {
        archive.catalogue().transactions().executeWithoutResult(status -> change.run());
        archive.ledger().checkpoint();
    }

    public Instant now() {
        return archive.clock().instant();
    }
}
