package org.muniment.api.web.mine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.muniment.api.web.TodaySection;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;
import org.muniment.archive.schedule.Declaration;
import org.springframework.stereotype.Component;

/** Items that people keep and that wait for a second person, on the first page. */
@Component
final class DeclarationsToday implements TodaySection {
    private static final int PLACE = 35;
    private static final int COUNTED = 1_000;

    private final Archive archive;

    DeclarationsToday(Archive archive) {
        this.archive = archive;
    }

    @Override
    public Optional<Card> of(Who who, Instant now) {
        if (!who.isAny(Role.CLERK, Role.RECORDS_OFFICER)) {
            return Optional.empty();
        }
        List<Line> lines = archive.retention().declarations().pending(null, COUNTED).stream()
                .map(DeclarationsToday::line)
                .toList();
        return Optional.of(
                Card.of("To confirm", "/declarations", "Nobody waits for you to confirm what is kept.", lines));
    }

    private static Line line(Declaration one) {
        return new Line(
                one.by().name() + " keeps an item as " + one.recordClass().title(), "/declarations", null, false);
    }

    @Override
    public int place() {
        return PLACE;
    }
}
