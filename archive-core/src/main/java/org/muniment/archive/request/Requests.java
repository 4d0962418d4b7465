package org.muniment.archive.request;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.muniment.archive.hold.HoldScope;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.ledger.Ledger;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.request.RecordsRequest.Extension;
import org.muniment.archive.request.RecordsRequest.State;
import org.muniment.archive.store.Digest;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The register of records requests. Rows are only ever added: where a request stands is read from its steps. Changes run
 * in the caller's transaction. Safe for many threads and processes.
 */
public final class Requests {
    private static final int LONGEST = 500;

    private final JdbcTemplate writer;
    private final JdbcTemplate reader;
    private final Ledger ledger;
    private final ZoneId zone;

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
     */
    public Requests(DataSource writer, DataSource reader, Ledger ledger, ZoneId zone) {
        this.writer = new JdbcTemplate(writer);
        this.reader = new JdbcTemplate(reader);
        this.ledger = ledger;
        this.zone = zone;
    }

    /**
     * Opens a request, and with it the hold on what it asks for.
     *
     * @throws RequestRefused without words on what is asked, or for a day of receipt that is still to come
     */
    public RecordsRequest open(Asked asked, Freeze freeze, Officer by, Instant at) {
        Asked tidy = new Asked(
                line(asked.requester(), "Who asks", 0),
                asked.received(),
                line(asked.summary(), "What is asked for", 1),
                asked.scope());
        if (tidy.received().isAfter(day(at))) {
            throw new RequestRefused("A request is entered when it has come: " + tidy.received() + " is still to come");
        }
        RequestRows rows = new RequestRows(writer);
        long number = rows.next();
        RequestId request = RequestId.of(number);
        String hold = freeze.hold(request);
        rows.add(number, tidy, hold, zone, by, at.truncatedTo(ChronoUnit.MILLIS));
        ledger.append(List.of(new CustodyEvent.RequestOpened(
                at,
                request.value(),
                tidy.received().toString(),
                hold,
                Digest.of(tidy.scope().written(zone).getBytes(StandardCharsets.UTF_8))
                        .hex(),
                by.name())));
        return one(rows, request);
    }

    /**
     * Takes the longer period, once.
     *
     * @param until the day on which a determination will be sent, at most {@link Deadline#extendedDue()}
     * @throws RequestRefused when it is closed, was extended before, its ten days are over, the ground was no law then, or
     *     the day is too late
     */
    public RecordsRequest extend(
            RequestId request, ExtensionGround ground, String reason, LocalDate until, Officer by, Instant at) {
        RequestRows rows = new RequestRows(writer);
        RecordsRequest open = open(rows, request);
        refuseExtension(open, ground, until, day(at)).ifPresent(why -> {
            throw new RequestRefused(why);
        });
        String why = line(reason, "The reason", 1);
        rows.extend(request, new Extension(ground, why, until, by, at.truncatedTo(ChronoUnit.MILLIS)));
        ledger.append(List.of(
                new CustodyEvent.RequestExtended(at, request.value(), ground.name(), until.toString(), by.name())));
        return one(rows, request);
    }

    private static Optional<String> refuseExtension(
            RecordsRequest request, ExtensionGround ground, LocalDate until, LocalDate today) {
        Deadline deadline = request.deadline();
        if (request.extension() != null) {
            return Optional.of(request.id() + " was extended already, and the law allows it once");
        }
        if (!ground.isLawOn(request.received())) {
            return Optional.of(ground.citation() + " was not law when " + request.id() + " was received");
        }
        if (today.isAfter(deadline.legalDue())) {
            return Optional.of("The notice of an extension is due within the first ten days, and they ended on "
                    + deadline.legalDue() + ". Answer now");
        }
        if (until.isAfter(deadline.extendedDue()) || until.isBefore(today)) {
            return Optional.of("An extension is 14 days at most: name a day from today to " + deadline.extendedDue());
        }
        return Optional.empty();
    }

    /**
     * Closes a request. Its hold still binds: whoever closes it asks for the hold's release, too.
     *
     * @throws RequestRefused when there is no such request, it is closed already, or nothing is said of how it ended
     */
    public RecordsRequest close(RequestId request, String outcome, Officer by, Instant at) {
        RequestRows rows = new RequestRows(writer);
        open(rows, request);
        rows.close(request, new State.Closed(by, at.truncatedTo(ChronoUnit.MILLIS), line(outcome, "How it ended", 1)));
        ledger.append(List.of(new CustodyEvent.RequestClosed(at, request.value(), by.name())));
        return one(rows, request);
    }

    /** Until the transaction ends, nobody else takes a step. */
    private static RecordsRequest open(RequestRows rows, RequestId id) {
        rows.lock();
        RecordsRequest request = one(rows, id);
        if (!request.isOpen()) {
            throw new RequestRefused(id + " is closed already");
        }
        return request;
    }

    private static RecordsRequest one(RequestRows rows, RequestId id) {
        return rows.read(id.number()).stream()
                .findFirst()
                .orElseThrow(() -> new RequestRefused(
                        "There is no request " + id + ". To see them all: muniment request list --all"));
    }

    private static String line(String text, String what, int shortest) {
        String line = text.strip().replaceAll("\\s+", " ");
        if (line.length() < shortest || line.length() > LONGEST) {
            throw new RequestRefused(what + " is said in " + shortest + " to " + LONGEST + " characters");
        }
        return line;
    }

    /** The agency's day at a time. */
    public LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    /** Finds a request as it stands. */
    public Optional<RecordsRequest> find(RequestId request) {
        return new RequestRows(reader).read(request.number()).stream().findFirst();
    }

    /** All requests ever opened, oldest first, as they stand. */
    public List<RecordsRequest> list() {
        return new RequestRows(reader).read(null);
    }
}
