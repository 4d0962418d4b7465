package org.muniment.archive.index;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.query.ItemQueryParser;

/** An index of its own for each test, and the few words that tests of it say. */
abstract class OpenIndexTest {
    static final Instant DAY = Instant.parse("2024-07-01T19:00:00Z");
    final ItemQueryParser parser = new ItemQueryParser(ZoneId.of("America/Los_Angeles"));

    @TempDir
    Path folder;

    LuceneSearchIndex index;

    @BeforeEach
    void open() {
        index = LuceneSearchIndex.open(folder);
    }

    @AfterEach
    void close() {
        index.close();
    }

    final Hits search(String query, int limit, Optional<String> after) {
        return index.search(new Search(parser.parse(query), limit, after, Search.Order.NEWEST_FIRST));
    }

    final long count(String query) {
        return index.count(parser.parse(query));
    }

    final void put(ItemDocument... documents) {
        index.put(List.of(documents));
        index.commit(1);
    }

    static ItemDocument mail(String name, String body) {
        return Samples.mail(name, "", body, DAY);
    }

    static ItemId id(ItemDocument document) {
        return document.reading().item().id();
    }
}
