package org.muniment.batch.ingest.feed;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import org.muniment.batch.Rooms;
import org.muniment.batch.ingest.ItemSource;
import org.muniment.batch.ingest.Source;
import org.muniment.batch.ingest.web.NameLookup;
import org.muniment.batch.ingest.web.WebClient;
import org.muniment.batch.ingest.web.WebTerms;

/**
 * A feed that is polled.
 *
 * @param name of the source, for ever
 * @param address of the feed
 * @param account it is posted under; empty when not told
 * @param interval between two polls, at least: a run within it asks nothing
 * @param terms how it is asked
 * @param names how names are looked up
 * @param rooms where versions and visits are registered
 */
public record FeedSource(
        String name,
        URI address,
        String account,
        Duration interval,
        WebTerms terms,
        NameLookup names,
        Supplier<Rooms> rooms)
        implements Source {
    @Override
    public String type() {
        return "feed";
    }

    @Override
    public ItemSource open(Path spool) {
        return new FeedPoll(this, new WebClient(terms, names, spool, rooms.get().clock()), spool);
    }

    @Override
    public long bytes() {
        return -1;
    }
}
