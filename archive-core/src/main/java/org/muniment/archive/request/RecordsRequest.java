package org.muniment.archive.request;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.hold.HoldScope;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.query.ItemQuery;

/**
 * A request for records under the California Public Records Act.
 *
 * @param id its name
 * @param requester who asks, as they want to be called, one line; empty for someone who does not say
 * @param received the day of receipt in the agency's zone
 * @param summary what is asked for, in one line
 * @param scope which items that means: those that its hold covers
 * @param hold the hold that keeps what is asked for until the request is closed
 * @param state where it stands
 * @param by who entered it
 * @param at when
 * @param extension the longer period, when it was taken; null when not
 * @param deadline by when it must be answered, by the law of the day of receipt
 */
public record RecordsRequest(
        RequestId id,
        String requester,
        LocalDate received,
        String summary,
        HoldScope scope,
        String hold,
        State state,
        Officer by,
        Instant at,
        @Nullable Extension extension,
        Deadline deadline) {
    /** Where a request stands. */
    public sealed interface State {
        record Open() implements State {}

        /**
         * It was answered, withdrawn or denied.
         *
         * @param outcome how it ended, in one line
         * @param reviewEnds the first day on which nothing need be kept for a court's review (Gov. Code 7923.100) any more;
         *     null when none was set
         */
        record Closed(
                Officer by,
                Instant at,
                String outcome,
                @Nullable LocalDate reviewEnds) implements State {}
    }

    /**
     * Up to 14 days more, once (Gov. Code 7922.535(b)).
     *
     * @param ground the circumstance the law names
     * @param reason what it is in this case, in one line
     * @param until the day on which a determination will be sent
     */
    public record Extension(ExtensionGround ground, String reason, LocalDate until, Officer by, Instant at) {}

    /**
     * What it asks for, as one query; what can't be read or has no date counts as asked for, so that a person looks at it.
     *
     * @param zone where the agency's days begin and end
     */
    public ItemQuery asksFor(ZoneId zone) {
        return scope.query(zone).relaxed();
    }

    /** The same request, when it asks for something else. */
    RecordsRequest asking(HoldScope other, String otherHold) {
        return new RecordsRequest(
                id, requester, received, summary, other, otherHold, state, by, at, extension, deadline);
    }

    /** Whether it still waits for its end. */
    public boolean isOpen() {
        return state instanceof State.Open;
    }

    /** The extension, if one was taken. */
    public Optional<Extension> extended() {
        return Optional.ofNullable(extension);
    }
}
