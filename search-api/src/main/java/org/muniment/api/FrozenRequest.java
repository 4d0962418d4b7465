package org.muniment.api;

import java.time.Instant;
import java.util.Objects;
import org.muniment.archive.Archive;
import org.muniment.archive.hold.HoldKind;
import org.muniment.archive.hold.HoldScope;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.request.RecordsRequest;
import org.muniment.archive.request.RequestId;
import org.muniment.archive.request.Requests.Asked;

/** A request that is entered together with its hold: neither is there without the other. */
public final class FrozenRequest {
    private FrozenRequest() {}

    /**
     * Enters a request; when this returns, what it asks for is held.
     *
     * @throws org.muniment.archive.request.RequestRefused when it can't be entered as asked
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

    private static String hold(Archive archive, RequestId request, HoldScope asked, Officer by, Instant at) {
        String matter =
                archive.holds().open("Records request " + request, by, at).id();
        return archive.holds()
                .place(matter, HoldKind.RECORDS_REQUEST, asked, by, at)
                .id()
                .value();
    }
}
