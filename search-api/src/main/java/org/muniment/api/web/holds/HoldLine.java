package org.muniment.api.web.holds;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.hold.HoldId;
import org.muniment.archive.hold.HoldScope;
import org.muniment.archive.hold.LegalHold;
import org.muniment.archive.hold.LegalHold.State;
import org.muniment.archive.hold.Matter;
import org.muniment.archive.item.Custodian;

/**
 * A hold as pages show it.
 *
 * @param title the matter's
 * @param state in words
 * @param binds whether it binds today
 * @param lastDay the last day on which it binds; null while its release is not approved
 * @param mailboxes empty for all
 * @param terms empty for everything
 * @param items on its list
 * @param waiting custodians who have not acknowledged it
 */
record HoldLine(
        String id,
        String matter,
        String title,
        String kind,
        String state,
        boolean binds,
        @Nullable LocalDate lastDay,
        Instant placed,
        String placedBy,
        List<String> mailboxes,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        String terms,
        long items,
        long waiting) {
    static List<HoldLine> of(Archive archive, List<LegalHold> holds) {
        LocalDate today = archive.holds().day(archive.clock().instant());
        Map<HoldId, Long> items = archive.caughtItems().counts();
        Map<String, String> titles =
                archive.holds().matters().stream().collect(Collectors.toMap(Matter::id, Matter::title));
        Map<HoldId, Long> waiting = archive.notices().outstanding(today, 0).stream()
                .collect(Collectors.groupingBy(one -> one.hold(), Collectors.counting()));
        return holds.stream()
                .map(hold -> of(
                        hold,
                        titles.getOrDefault(hold.matter(), ""),
                        today,
                        items.getOrDefault(hold.id(), 0L),
                        waiting.getOrDefault(hold.id(), 0L)))
                .toList();
    }

    private static HoldLine of(LegalHold hold, String title, LocalDate today, long items, long waiting) {
        HoldScope scope = hold.scope();
        return new HoldLine(
                hold.id().value(),
                hold.matter(),
                title,
                hold.kind().words(),
                state(hold, today),
                hold.bindsOn(today),
                hold.state() instanceof State.CoolingOff cooling
                        ? cooling.ends().minusDays(1)
                        : null,
                hold.placed(),
                hold.placedBy().name(),
                scope.custodians().stream().sorted().map(Custodian::address).toList(),
                scope.from(),
                scope.to(),
                scope.terms() == null ? "" : scope.terms().toString(),
                items,
                waiting);
    }

    private static String state(LegalHold hold, LocalDate today) {
        return switch (hold.state()) {
            case State.InForce inForce -> "in force";
            case State.ReleaseRequested requested -> "release asked for";
            case State.CoolingOff cooling -> hold.bindsOn(today) ? "cooling off" : "ended";
        };
    }
}
