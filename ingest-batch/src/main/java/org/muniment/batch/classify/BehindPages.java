package org.muniment.batch.classify;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.schedule.Evaluations;
import org.springframework.batch.infrastructure.item.ItemReader;

/** The items that are behind, page after page in the order of ids. For one thread. */
final class BehindPages implements ItemReader<List<Evaluations.Behind>> {
    private static final int PAGE = 400;

    private final Evaluations evaluations;
    private final long target;
    private @Nullable ItemId last;

    BehindPages(Evaluations evaluations, long target) {
        this.evaluations = evaluations;
        this.target = target;
    }

    @Override
    public @Nullable List<Evaluations.Behind> read() {
        List<Evaluations.Behind> page = evaluations.behind(target, last, PAGE);
        if (page.isEmpty()) {
            return null;
        }
        last = page.getLast().item();
        return page;
    }
}
