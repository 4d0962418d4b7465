package org.muniment.api.web.requests;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.muniment.api.web.Changes;
import org.muniment.api.web.NotThere;
import org.muniment.archive.Archive;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.request.RecordsRequest;
import org.muniment.archive.request.RequestId;
import org.muniment.archive.request.RequestRefused;
import org.springframework.stereotype.Component;

/** What addresses of these pages name, and how they change it. Safe for many threads. */
@Component
public final class NamedRequest {
    private final Archive archive;
    private final Changes changes;

    NamedRequest(Archive archive, Changes changes) {
        this.archive = archive;
        this.changes = changes;
    }

    /** Throws {@link NotThere} when there is none of that name. */
    public RecordsRequest find(String name) {
        try {
            return archive.requests().find(new RequestId(name)).orElseThrow(NotThere::new);
        } catch (IllegalArgumentException noName) {
            throw new NotThere();
        }
    }

    /** One that is still open. Throws {@link RequestRefused} when it is closed. */
    public RecordsRequest open(String name) {
        RecordsRequest request = find(name);
        if (!request.isOpen()) {
            throw new RequestRefused("Request " + name + " is closed: nothing is decided for it any more");
        }
        return request;
    }

    /** An item that the request asks for; any other is not there. */
    public ItemId item(ReviewOrder.Items asked, String id) {
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

    <T> T change(Supplier<T> change) {
        return changes.make(change);
    }

    Instant now() {
        return archive.clock().instant();
    }

    LocalDate today() {
        return archive.requests().day(now());
    }
}
