package org.muniment.api;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.people.Departure;
import org.muniment.archive.people.DepartureStep;
import org.muniment.archive.people.Person;

/**
 * A departure as commands show it. Times are ISO-8601 in UTC, days in the agency's zone.
 *
 * @param next the step to be taken next; null when all were
 * @param holds with where each stands
 */
public record ShownDeparture(
        String id,
        String person,
        String name,
        String custodian,
        String separated,
        String opened,
        String openedBy,
        List<Taken> steps,
        @Nullable String next,
        List<ShownHold> holds) {
    /** A step that was taken. */
    public record Taken(String step, String by, String at, String words) {}

    public static ShownDeparture of(Archive archive, Departure departure) {
        Optional<Person> person = archive.people().find(departure.person().value());
        return new ShownDeparture(
                departure.id().value(),
                departure.person().value(),
                person.map(Person::name).orElse(""),
                person.map(one -> one.custodian().address()).orElse(""),
                departure.separated().toString(),
                departure.opened().toString(),
                departure.openedBy().name(),
                departure.done().stream()
                        .map(done -> new Taken(
                                name(done.step()), done.by().name(), done.at().toString(), done.words()))
                        .toList(),
                departure.next().map(ShownDeparture::name).orElse(null),
                departure.holds().stream()
                        .flatMap(hold -> archive.holds().find(hold).stream())
                        .map(hold -> ShownHold.of(archive, hold))
                        .toList());
    }

    /** As it is typed: {@code hold-check}. */
    static String name(DepartureStep step) {
        return step.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether anything of it is still to be done. */
    boolean isOpen() {
        return next != null || holds.stream().anyMatch(hold -> hold.bindsUntil() == null);
    }

    void say(Terminal terminal) {
        terminal.say(
                "%-6s %-30s separated %s  %s",
                id, Terminal.plain(name), separated, next == null ? "checklist done; " + states() : "next: " + next);
    }

    private String states() {
        return String.join(
                ", ",
                holds.stream()
                        .map(hold -> "hold " + hold.id() + " " + hold.stateInWords())
                        .toList());
    }

    public void print(Terminal terminal, ZoneId zone) {
        ShownHold.line(terminal, "Departure", id + "  " + person + " " + name);
        ShownHold.line(terminal, "Mailbox", custodian);
        ShownHold.line(terminal, "Separated", separated);
        ShownHold.line(terminal, "Entered", Terminal.time(opened, zone) + " by " + openedBy);
        ShownHold.line(terminal, "Kept by", states());
        terminal.say("");
        for (DepartureStep step : DepartureStep.values()) {
            Optional<Taken> taken =
                    steps.stream().filter(one -> one.step().equals(name(step))).findFirst();
            terminal.say(
                    "  [%s] %-16s %s",
                    taken.isPresent() ? "x" : " ",
                    name(step),
                    taken.map(one -> Terminal.time(one.at(), zone) + " by " + Terminal.plain(one.by()))
                            .orElse(step.meaning()));
            taken.ifPresent(one -> terminal.sayWrapped("                       ", one.words()));
        }
        terminal.say("");
        printWhatFollows(terminal);
    }

    private void printWhatFollows(Terminal terminal) {
        if (next != null) {
            terminal.say("Next: muniment departed step %s %s --words TEXT --by NAME", id, next);
        } else if (isOpen()) {
            holds.stream()
                    .filter(hold -> hold.bindsUntil() == null)
                    .forEach(hold -> terminal.say(
                            hold.state().equals("in force")
                                    ? "Next: muniment hold release %s --reason TEXT --by NAME"
                                    : "Next: another person: muniment hold approve %s --by NAME",
                            hold.id()));
        } else {
            terminal.say("Nothing is left to do.");
        }
    }
}
