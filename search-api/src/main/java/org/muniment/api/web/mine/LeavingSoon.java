package org.muniment.api.web.mine;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import org.muniment.api.search.Mail;
import org.muniment.api.web.Who;
import org.muniment.api.web.items.Place;
import org.muniment.api.web.search.FoundLine;
import org.muniment.api.web.search.Results;
import org.muniment.archive.Archive;
import org.muniment.archive.item.ItemId;
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
        return (int) Math.min(
                MOST, archive.retention().classifications().countDue(mail(who).search(), until()));
    }

    private Mail mail(Who who) {
        return Mail.own(archive, who.own());
    }

    private LocalDate until() {
        return archive.retention().day(archive.clock().instant()).plusDays(DAYS);
    }

    /** The same for whoever reads them one by one. */
    public List<Line> of(Who who) {
        return of(who, MinePages.place(""));
    }

    /** The first of those whose day comes within {@value #DAYS} days, by day; what a hold keeps says so. */
    List<Line> of(Who who, Place place) {
        return of(who, place, MOST);
    }

    /** @param most how many at most */
    List<Line> of(Who who, Place place, int most) {
        Mail mail = mail(who);
        SequencedMap<ItemId, LocalDate> due =
                archive.retention().classifications().due(mail.search(), until(), most);
        return results.lines(mail.find(List.copyOf(due.keySet())), place).stream()
                .map(found -> new Line(Objects.requireNonNull(due.get(new ItemId(found.id()))), found))
                .toList();
    }
}
