package org.muniment.api.web.admin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.muniment.api.web.TodaySection;
import org.muniment.api.web.Who;
import org.muniment.archive.access.Role;
import org.muniment.archive.schedule.ScheduleProposal;
import org.springframework.stereotype.Component;

/** A retention schedule that waits for a second officer; no card when none does. */
@Component
final class ScheduleToday implements TodaySection {
    private final AdoptionWork work;

    ScheduleToday(AdoptionWork work) {
        this.work = work;
    }

    @Override
    public int place() {
        return 31;
    }

    @Override
    public Optional<Card> of(Who who, Instant now) {
        return work.waiting()
                .filter(one -> who.is(Role.RECORDS_OFFICER))
                .map(one -> Card.of("Schedule to adopt", AdoptionWork.PAGE, "", List.of(line(one, who))));
    }

    private static Line line(ScheduleProposal one, Who who) {
        boolean isOwn = one.by().isSamePersonAs(who.officer());
        return new Line(
                one.name() + ", proposed by " + one.by(),
                AdoptionWork.PAGE,
                isOwn ? "waits for another person" : "second person",
                false);
    }
}
