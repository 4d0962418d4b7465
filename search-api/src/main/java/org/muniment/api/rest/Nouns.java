package org.muniment.api.rest;

import org.muniment.api.web.NotThere;
import org.muniment.archive.Archive;
import org.muniment.archive.disposition.Plan;
import org.muniment.archive.disposition.PlanId;
import org.muniment.archive.hold.HoldId;
import org.muniment.archive.hold.LegalHold;
import org.springframework.stereotype.Component;

/** What addresses name. Each throws {@link NotThere} when there is none of that name. Safe for many threads. */
@Component
final class Nouns {
    private final Archive archive;

    Nouns(Archive archive) {
        this.archive = archive;
    }

    Plan plan(String name) {
        return Ids.of(PlanId::new, name)
                .flatMap(archive.disposal().plans()::find)
                .orElseThrow(NotThere::new);
    }

    LegalHold hold(String name) {
        return Ids.of(HoldId::new, name).flatMap(archive.holds()::find).orElseThrow(NotThere::new);
    }

    /** A number in an address, at least 0. */
    static long number(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw new NotThere();
        }
        return Long.parseLong(text);
    }
}
