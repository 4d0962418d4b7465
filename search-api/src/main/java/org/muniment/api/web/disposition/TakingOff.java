package org.muniment.api.web.disposition;

import java.time.Instant;
import java.util.List;
import org.muniment.archive.Archive;
import org.muniment.archive.disposition.Plan;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.ledger.Officer;

/** Takes items off a plan, whatever its stage is. */
public record TakingOff(Archive archive) {
    /**
     * Takes off some items, or all.
     *
     * @param some all when empty
     * @return those whose destruction had begun, so that they can't be given back
     */
    public List<ItemId> run(Plan plan, List<ItemId> some, Officer officer, String reason) {
        Instant now = archive.clock().instant();
        if (plan.stage() instanceof Plan.Stage.Condemned) {
            var destruction = archive.disposal().destruction();
            return some.isEmpty()
                    ? destruction.restore(plan.id(), officer, reason, now)
                    : destruction.restore(plan.id(), some, officer, reason, now);
        }
        var plans = archive.disposal().plans();
        archive.catalogue().transactions().executeWithoutResult(status -> {
            if (some.isEmpty()) {
                plans.withdraw(plan.id(), officer, reason, now);
            }
            some.forEach(item -> plans.withdraw(plan.id(), item, officer, reason, now));
        });
        return List.of();
    }
}
