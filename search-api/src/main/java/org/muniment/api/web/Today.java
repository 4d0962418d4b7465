package org.muniment.api.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What waits for a person, of every area. Safe for many threads. */
@Component
public final class Today {
    private final List<TodaySection> sections;

    Today(List<TodaySection> sections) {
        this.sections = sections.stream()
                .sorted(Comparator.comparingInt(TodaySection::place))
                .toList();
    }

    /** The cards, the most urgent area first. */
    public List<TodaySection.Card> of(Who who, Instant now) {
        return sections.stream()
                .map(section -> section.of(who, now))
                .flatMap(Optional::stream)
                .toList();
    }
}
