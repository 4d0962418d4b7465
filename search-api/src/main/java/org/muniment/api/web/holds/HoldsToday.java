package org.muniment.api.web.holds;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.muniment.api.web.TodaySection;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;
import org.muniment.archive.hold.HoldId;
import org.muniment.archive.hold.LegalHold;
import org.muniment.archive.hold.LegalHold.State;
import org.muniment.archive.hold.Notices.Outstanding;
import org.muniment.archive.request.RecordsRequest;
import org.springframework.stereotype.Component;

/** What waits about holds: acknowledgements, and releases that another person asked for. */
@Component
final class HoldsToday implements TodaySection {
    private static final int REMIND_AFTER = 14;

    private final Archive archive;

    HoldsToday(Archive archive) {
        this.archive = archive;
    }

    @Override
    public int place() {
        return 20;
    }

    @Override
    public Optional<Card> of(Who who, Instant now) {
        if (!who.isAny(Role.LEGAL, Role.CLERK, Role.RECORDS_OFFICER)) {
            return Optional.empty();
        }
        LocalDate today = archive.holds().day(now);
        List<Line> lines = new ArrayList<>(releases(who, today));
        lines.addAll(acknowledgements(today));
        return Optional.of(Card.of("Holds", "/holds", "No hold waits for anybody.", lines));
    }

    private List<Line> releases(Who who, LocalDate today) {
        return archive.holds().standing(today).holds().stream()
                .filter(hold -> isForOther(hold, who))
                .map(hold -> new Line(
                        "Release of " + hold.id() + " asked for", releasePage(hold, who), "second person", false))
                .toList();
    }

    /** A clerk lets the hold of a closed request go on the request's page. */
    private String releasePage(LegalHold hold, Who who) {
        return closed(hold)
                .filter(request -> !who.isAny(Role.LEGAL, Role.RECORDS_OFFICER))
                .map(request -> "/requests/" + request.id() + "#close")
                .orElse("/holds/" + hold.id() + "/release");
    }

    private Optional<RecordsRequest> closed(LegalHold hold) {
        return archive.requests().list().stream()
                .filter(request -> request.hold().equals(hold.id().value()) && !request.isOpen())
                .findFirst();
    }

    private boolean isForOther(LegalHold hold, Who who) {
        return hold.state() instanceof State.ReleaseRequested asked
                && !asked.by().isSamePersonAs(who.officer())
                && (who.isAny(Role.LEGAL, Role.RECORDS_OFFICER) || closed(hold).isPresent());
    }

    private List<Line> acknowledgements(LocalDate today) {
        Map<HoldId, List<Outstanding>> waiting = archive.notices().outstanding(today, REMIND_AFTER).stream()
                .collect(Collectors.groupingBy(
                        Outstanding::hold,
                        () -> new TreeMap<>((a, b) -> Integer.compare(
                                Integer.parseInt(b.value().substring(1)),
                                Integer.parseInt(a.value().substring(1)))),
                        Collectors.toList()));
        return waiting.entrySet().stream()
                .map(entry -> line(entry.getKey(), entry.getValue(), today))
                .toList();
    }

    private static Line line(HoldId hold, List<Outstanding> waiting, LocalDate today) {
        long untold = waiting.stream().filter(one -> one.sent() == null).count();
        long overdue = waiting.stream().filter(one -> !one.due().isAfter(today)).count();
        String words = hold + ": " + (untold == waiting.size() ? "notices to send" : "waits for acknowledgement");
        return new Line(
                words,
                "/holds/" + hold + "#notices",
                waiting.size() == 1 ? "1 person" : waiting.size() + " people",
                overdue > 0);
    }
}
