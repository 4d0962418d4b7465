package org.muniment.api.web.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.muniment.api.web.TodaySection;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;
import org.muniment.archive.query.Field;
import org.muniment.archive.query.ItemQuery;
import org.springframework.stereotype.Component;

/** Items that could not be fully read, for those who work them off. */
@Component
class ExceptionsToday implements TodaySection {
    private final Archive archive;

    ExceptionsToday(Archive archive) {
        this.archive = archive;
    }

    @Override
    public int place() {
        return 50;
    }

    @Override
    public Optional<Card> of(Who who, Instant now) {
        if (!who.isAny(Role.CLERK, Role.RECORDS_OFFICER)) {
            return Optional.empty();
        }
        long not = count("not");
        long partly = count("partly");
        List<Line> lines = Stream.of(line("not", not, "not read at all"), line("partly", partly, "read in part"))
                .flatMap(Optional::stream)
                .toList();
        return Optional.of(new Card(
                "Could not be fully read", "/search?for=retention", "Everything could be read.", not + partly, lines));
    }

    private long count(String extent) {
        return archive.index().count(new ItemQuery.Is(Field.INDEXED, extent));
    }

    private static Optional<Line> line(String extent, long count, String words) {
        return count == 0
                ? Optional.empty()
                : Optional.of(new Line(
                        count + (count == 1 ? " item " : " items ") + words,
                        "/search?for=retention&q=indexed:" + extent,
                        null,
                        false));
    }
}
