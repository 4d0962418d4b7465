package org.muniment.api;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.hold.HoldScope;
import org.muniment.archive.hold.LegalHold;
import org.muniment.archive.hold.LegalHold.State;
import org.muniment.archive.hold.Matter;
import org.muniment.archive.item.Custodian;

/**
 * A hold as commands show it. Times are ISO-8601 in UTC, days in the agency's zone.
 *
 * @param state {@code in force}, {@code release asked for}, {@code cooling off} or {@code ended}
 * @param bindsUntil the last day on which it binds; null while no release is approved
 * @param custodians empty for all
 * @param query empty for everything
 * @param items listed so far
 * @param unacknowledged custodians who have not acknowledged its notice
 */
public record ShownHold(
        String id,
        String matter,
        String title,
        String kind,
        String state,
        @Nullable String bindsUntil,
        String placed,
        String placedBy,
        List<String> custodians,
        @Nullable String from,
        @Nullable String to,
        String query,
        long items,
        long unacknowledged) {
    public static ShownHold of(Archive archive, LegalHold hold) {
        return all(archive, List.of(hold)).getFirst();
    }

    public static List<ShownHold> all(Archive archive, List<LegalHold> holds) {
        LocalDate today = archive.holds().day(archive.clock().instant());
        var counts = archive.caughtItems().counts();
        var matters = archive.holds().matters();
        var outstanding = archive.notices().outstanding(today, 0);
        return holds.stream()
                .map(hold -> of(
                        hold,
                        title(matters, hold),
                        today,
                        counts.getOrDefault(hold.id(), 0L),
                        outstanding.stream()
                                .filter(one -> one.hold().equals(hold.id()))
                                .count()))
                .toList();
    }

    private static String title(List<Matter> matters, LegalHold hold) {
        return matters.stream()
                .filter(matter -> matter.id().equals(hold.matter()))
                .map(Matter::title)
                .findFirst()
                .orElse("");
    }

    private static ShownHold of(LegalHold hold, String title, LocalDate today, long items, long unacknowledged) {
        HoldScope scope = hold.scope();
        return new ShownHold(
                hold.id().value(),
                hold.matter(),
                title,
                hold.kind().words(),
                state(hold, today),
                hold.state() instanceof State.CoolingOff cooling
                        ? cooling.ends().minusDays(1).toString()
                        : null,
                hold.placed().toString(),
                hold.placedBy().name(),
                scope.custodians().stream().sorted().map(Custodian::address).toList(),
                text(scope.from()),
                text(scope.to()),
                scope.terms() == null ? "" : scope.terms().toString(),
                items,
                unacknowledged);
    }

    private static String state(LegalHold hold, LocalDate today) {
        return switch (hold.state()) {
            case State.InForce inForce -> "in force";
            case State.ReleaseRequested requested -> "release asked for";
            case State.CoolingOff cooling -> hold.bindsOn(today) ? "cooling off" : "ended";
        };
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    /** State, and until when it binds where that is known. */
    String stateInWords() {
        return bindsUntil == null ? state : state + ", binding until " + bindsUntil;
    }

    /** What it covers and where it stands, in lines. */
    public void print(Terminal terminal, ZoneId zone) {
        line(terminal, "Hold", id + "  (" + kind + ", " + stateInWords() + ")");
        line(terminal, "Matter", matter + " " + title);
        line(terminal, "Placed", Terminal.time(placed, zone) + " by " + placedBy);
        line(terminal, "Mailboxes", custodians.isEmpty() ? "all" : String.join(", ", custodians));
        line(terminal, "Days", days());
        line(terminal, "Query", query.isEmpty() ? "everything" : query);
    }

    private String days() {
        if (from == null && to == null) {
            return "all";
        }
        return (from == null ? "up to " : from + (to == null ? " and later" : " to ")) + (to == null ? "" : to)
                + ", sent or received, both days within";
    }

    static void line(Terminal terminal, String name, String value) {
        terminal.say("%-12s  %s", name, Terminal.plain(value));
    }
}
