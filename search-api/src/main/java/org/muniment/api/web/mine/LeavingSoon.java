package org.muniment.api.web.mine;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.muniment.api.search.Mail;
import org.muniment.api.search.SeenItem;
import org.muniment.api.web.Who;
import org.muniment.api.web.items.Place;
import org.muniment.api.web.search.FoundLine;
import org.muniment.api.web.search.Results;
import org.muniment.archive.Archive;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.schedule.Classifications.Due;
import org.springframework.stereotype.Component;

/** What leaves the archive soon of a person's own mail. Safe for many threads. */
@Component
public final class LeavingSoon {
    static final int DAYS = 30;

    static final int MOST = 200;

    private final Archive archive;
    private final Results results;

    LeavingSoon(Archive archive, Results results) {
        this.archive = archive;
        this.results = results;
    }

    /**
     * An item that may be destroyed soon.
     *
     * @param day the first on which it may
     */
    public record Line(LocalDate day, FoundLine found) {}

    /** How many there are, at most {@value #MOST}. */
    int count(Who who) {
        return due(who).size();
    }

    private List<Due> due(Who who) {
        if (who.own().isEmpty()) {
            return List.of();
        }
        LocalDate until = archive.retention().day(archive.clock().instant()).plusDays(DAYS);
        return archive.retention().classifications().dueOf(who.own(), until, MOST);
    }

    /** The same for whoever reads them one by one. */
    public List<Line> of(Who who) {
        return of(who, MinePages.place(""));
    }

    /** The first of those whose day comes within {@value #DAYS} days, by day; what a hold keeps says so. */
    List<Line> of(Who who, Place place) {
        List<Due> due = due(who);
        List<ItemId> ids = due.stream().map(Due::item).toList();
        List<SeenItem> seen = Mail.own(archive, who.own()).find(ids);
        Map<String, FoundLine> lines =
                results.lines(seen, place).stream().collect(Collectors.toMap(FoundLine::id, Function.identity()));
        Set<String> known = lines.keySet();
        return due.stream()
                .filter(one -> known.contains(one.item().value()))
                .map(one -> new Line(
                        one.eligible(),
                        java.util.Objects.requireNonNull(lines.get(one.item().value()))))
                .toList();
    }
}
