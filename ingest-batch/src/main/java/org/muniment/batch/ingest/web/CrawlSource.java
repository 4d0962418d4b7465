package org.muniment.batch.ingest.web;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.muniment.batch.Rooms;
import org.muniment.batch.ingest.ItemSource;
import org.muniment.batch.ingest.Source;

/**
 * A site that is visited again and again.
 *
 * @param name of the source, for ever
 * @param plan what is visited
 * @param terms how it is asked
 * @param names how names are looked up
 * @param rooms where versions and visits are registered
 */
public record CrawlSource(String name, CrawlPlan plan, WebTerms terms, NameLookup names, Supplier<Rooms> rooms)
        implements Source {
    @Override
    public String type() {
        return "crawl";
    }

    @Override
    public ItemSource open(Path spool) {
        WebClient client = new WebClient(terms, names, spool, rooms.get().clock());
        return new Crawl(
                plan,
                client,
                new RobotRules(client, terms, plan.robots()),
                new Capture(spool),
                () -> Visit.of(rooms.get(), name));
    }

    @Override
    public long bytes() {
        return -1;
    }
}
