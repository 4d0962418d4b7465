package org.muniment.archive.hold;

import java.time.ZoneId;
import org.muniment.archive.query.ItemQuery;

/** A hold with the zone it was placed in. */
record PlacedHold(LegalHold hold, ZoneId zone) {
    /** What it covers, unknown counting as covered. */
    ItemQuery relaxed() {
        return hold.scope().query(zone).relaxed();
    }
}
