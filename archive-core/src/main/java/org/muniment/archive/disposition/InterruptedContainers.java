package org.muniment.archive.disposition;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.muniment.archive.item.Container;
import org.muniment.archive.store.Digest;

/**
 * Containers whose destruction was interrupted. One of which any part is gone is destroyed to its end: its parts were deleted
 * inside the lock, when nothing held any of its items, and what is left of it proves nothing. A whole one is spared.
 */
final class InterruptedContainers {
    private final Premises premises;

    InterruptedContainers(Premises premises) {
        this.premises = premises;
    }

    void settle(Instant at) {
        Map<Container, String> begun = premises.containers().begun();
        begun.forEach((container, plan) -> premises.transactions().executeWithoutResult(status -> {
            premises.holds().lockEpoch();
            boolean whole = container.original().parts().stream()
                    .allMatch(part -> premises.objects().contains(part.object()));
            if (whole) {
                premises.containers().spare(container.number());
                return;
            }
            List<Digest> left = premises.containers().end(container.number(), plan, at);
            left.forEach(premises.objects()::destroy);
            premises.objects().sync();
        }));
    }
}
