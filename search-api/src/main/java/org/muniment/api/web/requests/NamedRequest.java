package org.muniment.api.web.requests;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Supplier;
import org.muniment.api.web.NotThere;
import org.muniment.archive.Archive;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.request.RecordsRequest;
import org.muniment.archive.request.RequestId;
import org.muniment.archive.request.RequestRefused;
import org.springframework.stereotype.Component;

/** What addresses of these pages name, and how they change it. Safe for many threads. */
@Component
final class NamedRequest {
    private final Archive archive;

    NamedRequest(Archive archive) {
        this.archive = archive;
    }

    /** Throws {@link NotThere} when there is none of that name. */
    RecordsRequest find(String name) {
        try {
            return archive.requests().find(new RequestId(name)).orElseThrow(NotThere::new);
        } catch (IllegalArgumentException noName) {
            throw new NotThere();
        }
    }

    /** One that is still open. */
    RecordsRequest open(String name) {
        RecordsRequest request = find(name);
        if (!request.isOpen()) {
            throw new RequestRefused("Request " + name + " is closed: nothing is decided for it any more");
        }
        return request;
    }

    /** An item that the request asks for; any other is not there. */
    ItemId item(ReviewOrder.Items asked, String id) {
        try {
            ItemId item = new ItemId(id);
            if (asked.holds(item)) {
                return item;
            }
        } catch (IllegalArgumentException noId) {
            throw new NotThere();
        }
        throw new NotThere();
    }

    /** Changes the catalogue and its ledger in one transaction, and signs what was noted. */
    <T> T change(Supplier<T> change) {
        T done = Objects.requireNonNull(archive.catalogue().transactions().execute(status -> change.get()));
        archive.ledger().checkpoint();
        return done;
    }

    Instant now() {
        return archive.clock().instant();
    }

    LocalDate today() {
        return archive.requests().day(now());
    }
}
