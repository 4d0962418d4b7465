package org.muniment.api.web.requests;

import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Purpose;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.request.RequestId;
import org.springframework.stereotype.Component;

/** Puts on record who looked at which item for which request, before a page shows it. Safe for many threads. */
@Component
final class ReviewLooks {
    private final Archive archive;

    ReviewLooks(Archive archive) {
        this.archive = archive;
    }

    void look(Who who, RequestId request, ItemId item) {
        archive.catalogue()
                .transactions()
                .executeWithoutResult(status -> archive.access()
                        .looks()
                        .look(
                                who.user(),
                                new Purpose.Request(request.value()),
                                item,
                                archive.clock().instant()));
    }
}
