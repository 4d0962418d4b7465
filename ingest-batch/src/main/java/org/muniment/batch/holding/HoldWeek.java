package org.muniment.batch.holding;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muniment.archive.Archive;
import org.muniment.archive.hold.CaughtItems;
import org.muniment.archive.hold.HoldId;
import org.muniment.archive.hold.LegalHold;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.item.Run;
import org.muniment.archive.people.Person;
import org.muniment.batch.ingest.sources.Failures;

/**
 * What changed for a hold within seven days: what legal staff look through once a week.
 *
 * @param hold the hold
 * @param from the first day, in the agency's zone
 * @param to the last day, included
 * @param added items that came onto its list; in the week in which it was placed also those that were there
 * @param latest the latest of them, newest first
 * @param leaving its custodians whose last day was in the week, or is to come within the next one
 * @param failing sources of its custodians, and those that serve many, whose latest taking-in did not add up
 */
public record HoldWeek(
        HoldId hold,
        LocalDate from,
        LocalDate to,
        long added,
        List<CaughtItems.Caught> latest,
        List<Leaving> leaving,
        List<Failing> failing) {
    private static final int DAYS = 7;
    private static final int SHOWN = 20;

    /** A custodian who leaves. */
    public record Leaving(String name, String custodian, LocalDate separated) {}

    /**
     * A source that may lack something the hold covers.
     *
     * @param custodian whose items, or how custodians are found in it; empty when it could not even begin
     * @param why in words
     */
    public record Failing(String source, String custodian, Instant since, String why) {}

    /** The week that ends with a day. */
    public static HoldWeek of(Archive archive, LegalHold hold, LocalDate to) {
        ZoneId zone = archive.settings().zone();
        LocalDate from = to.minusDays(DAYS - 1L);
        Instant begin = from.atStartOfDay(zone).toInstant();
        Instant end = to.plusDays(1).atStartOfDay(zone).toInstant();
        return new HoldWeek(
                hold.id(),
                from,
                to,
                archive.caughtItems().count(hold.id(), begin, end),
                archive.caughtItems().latest(hold.id(), begin, end, SHOWN),
                leaving(archive, hold, from, to.plusDays(DAYS)),
                failing(archive, hold));
    }

    /** Whether nothing happened that somebody must look at. */
    public boolean isQuiet() {
        return added == 0 && leaving.isEmpty() && failing.isEmpty();
    }

    private static List<Leaving> leaving(Archive archive, LegalHold hold, LocalDate from, LocalDate to) {
        List<Leaving> found = new ArrayList<>();
        for (Person person : archive.people().list()) {
            LocalDate last = person.separated();
            boolean isTheirs = hold.scope().custodians().stream().anyMatch(person.custodians()::contains);
            if (last != null && isTheirs && !last.isBefore(from) && !last.isAfter(to)) {
                found.add(new Leaving(person.name(), person.custodian().address(), last));
            }
        }
        return found;
    }

    private static List<Failing> failing(Archive archive, LegalHold hold) {
        Set<Custodian> custodians = hold.scope().custodians();
        Stream<Failing> ended = archive.runs().unreconciled().stream()
                .filter(run -> run.ended() != null || isLeft(archive, run))
                .filter(run -> custodians.isEmpty() || mayHave(run, custodians))
                .map(run -> new Failing(run.source(), run.custodian(), run.started(), why(run)));
        Stream<Failing> notBegun = new Failures(archive.catalogue())
                .all().stream()
                        .map(one -> new Failing(
                                one.source(),
                                "",
                                one.failure().at(),
                                one.failure().why()));
        return Stream.concat(notBegun, ended)
                .collect(Collectors.toMap(Failing::source, one -> one, (first, same) -> first, TreeMap::new))
                .values()
                .stream()
                .toList();
    }

    /** A run that goes on while one looks is no failure. */
    private static boolean isLeft(Archive archive, Run run) {
        return run.started().isBefore(archive.clock().instant().minusSeconds(24 * 60 * 60));
    }

    /** Of one mailbox, or of many whose custodians are found while it is read. */
    private static boolean mayHave(Run run, Set<Custodian> custodians) {
        return run.custodian().indexOf('@') < 0 || custodians.contains(new Custodian(run.custodian()));
    }

    private static String why(Run run) {
        return run.state() == Run.State.OPEN
                ? "it was interrupted and not taken up again"
                : "what was read is not what was taken in and rejected together";
    }
}
