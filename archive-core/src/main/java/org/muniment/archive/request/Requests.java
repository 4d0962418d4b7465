package org.muniment.archive.request;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.muniment.archive.ledger.Ledger;
import org.muniment.archive.ledger.Officer;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The register of records requests. Rows are only ever added: where a request stands is read from its steps. Changes run
 * in the caller's transaction. Safe for many threads and processes.
 */
public final class Requests {
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
    public record Asked(String requester, LocalDate received, String summary, RequestScope scope) {}

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
        throw new UnsupportedOperationException();
    }

    /**
     * Takes the longer period, once.
     *
     * @param until the day on which a determination will be sent, at most {@link Deadline#extendedDue()}
     * @throws RequestRefused when it is closed, was extended before, its ten days are over, or the day is too late
     */
    public RecordsRequest extend(
            RequestId request, ExtensionGround ground, String reason, LocalDate until, Officer by, Instant at) {
        throw new UnsupportedOperationException();
    }

    /**
     * Closes a request. Its hold still binds: whoever closes it asks for the hold's release, too.
     *
     * @throws RequestRefused when there is no such request, it is closed already, or nothing is said of how it ended
     */
    public RecordsRequest close(RequestId request, String outcome, Officer by, Instant at) {
        throw new UnsupportedOperationException();
    }

    /** Finds a request as it stands. */
    public Optional<RecordsRequest> find(RequestId request) {
        throw new UnsupportedOperationException();
    }

    /** All requests ever opened, oldest first, as they stand. */
    public List<RecordsRequest> list() {
        throw new UnsupportedOperationException();
    }
}
