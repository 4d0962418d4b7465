package org.muniment.api;

import java.time.Instant;
import java.util.Objects;
import org.muniment.archive.Archive;
import org.muniment.archive.hold.HoldId;
import org.muniment.archive.hold.HoldKind;
import org.muniment.archive.hold.HoldScope;
import org.muniment.archive.hold.LegalHold;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.request.RecordsRequest;
import org.muniment.archive.request.RequestId;
import org.muniment.archive.request.RequestRefused;
import org.muniment.archive.request.Requests.Asked;

/** A request that is entered together with its hold: neither is there without the other. */
public final class FrozenRequest {
    private FrozenRequest() {}

    /**
     * Enters a request; when this returns, what it asks for is held.
     *
     * @throws RequestRefused when it can't be entered as asked
     * @throws org.muniment.archive.hold.HoldRefused when its scope can't be a standing one
     */
    public static RecordsRequest open(Archive archive, Asked asked, Officer by, Instant at) {
        RecordsRequest opened = Objects.requireNonNull(archive.catalogue()
                .transactions()
                .execute(status ->
                        archive.requests().open(asked, id -> hold(archive, id, asked.scope(), by, at), by, at)));
        archive.ledger().checkpoint();
        return opened;
    }

    /**
     * Lets a request ask for something else; when this returns, that is held. The release of the hold before is asked for, and
     * another person approves it: until then both bind.
     *
     * @param reason why, such as what the requester answered
     * @throws RequestRefused when it is closed, asks for that already, or no reason is given
     * @throws org.muniment.archive.hold.HoldRefused when its scope can't be a standing one
     */
    public static RecordsRequest changeScope(
            Archive archive, RecordsRequest request, HoldScope scope, String reason, Officer by, Instant at) {
        if (scope.equals(request.scope())) {
            throw new RequestRefused(request.id() + " asks for exactly that already");
        }
        archive.catalogue().transactions().executeWithoutResult(status -> {
            LegalHold before = archive.holds()
                    .find(new HoldId(request.hold()))
                    .orElseThrow(() -> new IllegalStateException("Request " + request.id() + " lost its hold"));
            archive.requestSteps()
                    .changeScope(
                            request.id(),
                            id -> archive.holds()
                                    .place(before.matter(), HoldKind.RECORDS_REQUEST, scope, by, at)
                                    .id()
                                    .value(),
                            reason,
                            by,
                            at);
            if (before.state() instanceof LegalHold.State.InForce) {
                archive.holds()
                        .requestRelease(
                                before.id(), by, "Request " + request.id() + " asks for something else now", at);
            }
        });
        archive.ledger().checkpoint();
        return archive.requests().find(request.id()).orElseThrow();
    }

    private static String hold(Archive archive, RequestId request, HoldScope asked, Officer by, Instant at) {
        String matter =
                archive.holds().open("Records request " + request, by, at).id();
        return archive.holds()
                .place(matter, HoldKind.RECORDS_REQUEST, asked, by, at)
                .id()
                .value();
    }
}
