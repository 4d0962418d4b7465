package org.muniment.api.web.mine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.muniment.api.web.TodaySection;
import org.muniment.api.web.Who;
import org.muniment.archive.item.Custodian;
import org.springframework.stereotype.Component;

/** What leaves soon of one's own mail, on the first page. */
@Component
final class MailToday implements TodaySection {
    private static final int PLACE = 70;
    private static final int LINES = 3;

    private final LeavingSoon leaving;

    MailToday(LeavingSoon leaving) {
        this.leaving = leaving;
    }

    @Override
    public Optional<Card> of(Who who, Instant now) {
        List<LeavingSoon.Line> soon = leaving.of(who, MinePages.place(""), LINES);
        List<Line> lines = soon.stream()
                .map(one -> new Line(
                        one.found().subject().text(),
                        one.found().link(),
                        one.found().isHeld() ? "on hold" : "leaves soon",
                        false))
                .toList();
        boolean has = who.own().stream().map(Custodian::address).findAny().isPresent();
        return has
                ? Optional.of(new Card(
                        "My mail",
                        soon.isEmpty() ? MinePages.PATH : MinePages.PATH + "/leaving",
                        "None of your mail leaves the archive in the next 30 days.",
                        leaving.count(who),
                        lines))
                : Optional.empty();
    }

    @Override
    public int place() {
        return PLACE;
    }
}
