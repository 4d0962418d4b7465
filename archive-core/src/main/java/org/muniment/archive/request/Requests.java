package org.muniment.archive.request;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.hold.HoldId;
import org.muniment.archive.hold.HoldScope;
import org.muniment.archive.hold.HoldScopes;
import org.muniment.archive.ledger.Ledger;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.request.RecordsRequest.Extension;
import org.muniment.archive.request.RecordsRequest.State;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The register of records requests. Rows are only ever added: where a request stands is read from its steps. Changes run
 * in the caller's transaction. Safe for many threads and processes.
 */
public final class Requests {
    private static final int LONGEST = 4000;

    private final JdbcTemplate writer;
    private final JdbcTemplate reader;
    private final Ledger ledger;
    private final ZoneId zone;
    private final ResponsePeriods periods;

    /** Puts a hold on what is asked for; called inside the transaction that opens the request. */
    @FunctionalInterface
    public interface Freeze {
        /** Gives the hold's name, such as {@code H12}. */
        String hold(RequestId request);
    }

    /**
     * What was asked.
     *
     * @param requester who asks; empty for someone who does not say
     * @param received the day of receipt in the agency's zone
     * @param summary what is asked for
     */
    public record Asked(String requester, LocalDate received, String summary, HoldScope scope) {}

    /**
     * @param writer where changes are made, in the caller's transaction
     * @param reader where committed state is read
     * @param ledger where every change is noted, in the same transaction
     * @param zone where the agency's days begin and end
     * @param periods the law, by the day of receipt
     */
    public Requests(DataSource writer, DataSource reader, Ledger ledger, ZoneId zone, ResponsePeriods periods) {
        this.writer = new JdbcTemplate(writer);
        this.reader = new JdbcTemplate(reader);
        this.ledger = ledger;
        this.zone = zone;
        this.periods = periods;
    }

    /**
     * Opens a request, and with it the hold on what it asks for.
     *
     * @throws RequestRefused without words on what is asked, or for a day of receipt that is still to come
     */
    public RecordsRequest open(Asked asked, Freeze freeze, Officer by, Instant at) {
        Asked tidy = new Asked(
                OneLine.of(asked.requester(), "Who asks", 0),
                asked.received(),
                OneLine.of(asked.summary(), "What is asked for", 1, LONGEST),
                asked.scope());
        if (tidy.received().isAfter(day(at))) {
            throw new RequestRefused(
                    "A request is entered when it has come: " + Reckoning.day(tidy.received()) + " is still to come");
        }
        RequestRows rows = new RequestRows(writer, periods);
        long number = rows.next();
        RequestId request = RequestId.of(number);
        String hold = freeze.hold(request);
        rows.add(number, tidy, hold, zone, by, at.truncatedTo(ChronoUnit.MILLIS));
        RecordsRequest opened = rows.one(request);
        ledger.append(List.of(RequestEvents.opened(opened, zone)));
        return opened;
    }

    /**
     * Takes the longer period, once.
     *
     * @param until the day on which a determination will be sent, at most {@link Deadline#extendedDue()}
     * @throws RequestRefused when it is closed, was extended before, its first days are over, the ground was no law then, or
     *     the day is too late
     */
    public RecordsRequest extend(
            RequestId request, ExtensionGround ground, String reason, LocalDate until, Officer by, Instant at) {
        RequestRows rows = new RequestRows(writer, periods);
        RecordsRequest open = rows.open(request);
        refuseExtension(open, ground, until, day(at)).ifPresent(why -> {
            throw new RequestRefused(why);
        });
        String why = OneLine.of(reason, "The reason", 1);
        rows.extend(request, new Extension(ground, why, until, by, at.truncatedTo(ChronoUnit.MILLIS)));
        RecordsRequest extended = rows.one(request);
        ledger.append(RequestEvents.extended(extended));
        return extended;
    }

    private static Optional<String> refuseExtension(
            RecordsRequest request, ExtensionGround ground, LocalDate until, LocalDate today) {
        Deadline deadline = request.deadline();
        if (request.extension() != null) {
            return Optional.of(request.id() + " was extended already, and the law allows it once");
        }
        if (!deadline.period().allows(ground)) {
            return Optional.of(ground.citation() + " was not law when " + request.id() + " was received");
        }
        if (today.isAfter(deadline.legalDue())) {
            return Optional.of("The notice of an extension is due within the first "
                    + deadline.period().determination() + " days, and they ended on "
                    + Reckoning.day(deadline.legalDue()) + ". Answer now");
        }
        if (until.isAfter(deadline.extendedDue()) || until.isBefore(today)) {
            return Optional.of("An extension is " + deadline.period().extension()
                    + " days at most: name a day from today to " + Reckoning.day(deadline.extendedDue()));
        }
        return Optional.empty();
    }

    /**
     * Closes a request. Its hold still binds: whoever closes it asks for the hold's release, too.
     *
     * @param reviewEnds the first day on which nothing need be kept for a court's review any more; null for none
     * @throws RequestRefused when there is no such request, it is closed already, nothing is said of how it ended, or the review
     *     ended before today
     */
    public RecordsRequest close(
            RequestId request, String outcome, @Nullable LocalDate reviewEnds, Officer by, Instant at) {
        RequestRows rows = new RequestRows(writer, periods);
        rows.open(request);
        if (reviewEnds != null && reviewEnds.isBefore(day(at))) {
            throw new RequestRefused("A review period ends today or later, not on " + Reckoning.day(reviewEnds));
        }
        String ended = OneLine.of(outcome, "How it ended", 1);
        rows.close(request, new State.Closed(by, at.truncatedTo(ChronoUnit.MILLIS), ended, reviewEnds));
        RecordsRequest closed = rows.one(request);
        ledger.append(RequestEvents.closed(closed));
        return closed;
    }

    /** By when a request received on a day must be answered. */
    public Deadline deadline(LocalDate received) {
        return Deadline.of(received, periods.on(received));
    }

    /** The agency's day at a time. */
    public LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    /**
     * Why a hold is not released: it keeps what an open request asks for, or would end before a closed one's review period.
     * As the transaction on the writer sees it.
     *
     * @param ends the first day on which the hold would not bind any more; null while a release is only asked for
     */
    public Optional<String> againstRelease(HoldId hold, @Nullable LocalDate ends) {
        return new RequestRows(writer, periods)
                .under(hold).stream()
                        .flatMap(request -> againstRelease(request, ends).stream())
                        .findFirst();
    }

    private static Optional<String> againstRelease(RecordsRequest request, @Nullable LocalDate ends) {
        String hold = "The hold " + request.hold();
        return switch (request.state()) {
            case State.Open open ->
                Optional.of(hold + " keeps what request " + request.id() + " asks for, which is an open request: close "
                        + request.id() + " first");
            case State.Closed closed -> {
                LocalDate reviewed = closed.reviewEnds();
                yield ends == null || reviewed == null || !ends.isBefore(reviewed)
                        ? Optional.empty()
                        : Optional.of(
                                hold + " keeps what request " + request.id() + " asked for until its review period"
                                        + " ends on " + Reckoning.day(reviewed) + ". Let it cool off for "
                                        + ChronoUnit.DAYS.between(ends, reviewed) + " days more, or approve later");
            }
        };
    }

    /** Finds a request as it stands. */
    public Optional<RecordsRequest> find(RequestId request) {
        return new RequestRows(reader, periods).read(request.number()).stream().findFirst();
    }

    /**
     * What a request asked for before its scope was changed, the oldest first; empty for one that asks for what it always did.
     *
     * @param steps of that request, in order
     */
    public List<EarlierScope> earlier(RequestId request, List<RequestStep> steps) {
        RequestRows rows = new RequestRows(reader, periods);
        HoldScopes scopes = new HoldScopes(reader);
        RecordsRequest opened = rows.asOpened(request);
        List<EarlierScope> earlier = new ArrayList<>();
        HoldScope scope = opened.scope();
        String hold = opened.hold();
        for (RequestStep step : steps) {
            if (step.kind() == RequestStep.Kind.SCOPE_CHANGED) {
                earlier.add(new EarlierScope(scope, hold, step));
                HoldId next = ScopeChange.parse(step.words()).hold();
                scope = scopes.of(next);
                hold = next.value();
            }
        }
        return earlier;
    }

    /** All requests ever opened, oldest first, as they stand. */
    public List<RecordsRequest> list() {
        return new RequestRows(reader, periods).read(null);
    }
}
