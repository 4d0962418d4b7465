package org.muniment.archive.request;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.store.Digest;

/** What the ledger notes of a request as it stands. */
final class RequestEvents {
    private RequestEvents() {}

    /** @param zone in which what it asks for was written */
    static CustodyEvent.RequestOpened opened(RecordsRequest request, ZoneId zone) {
        return new CustodyEvent.RequestOpened(
                request.at(),
                request.id().value(),
                request.received().toString(),
                request.hold(),
                Digest.of(request.scope().written(zone).getBytes(StandardCharsets.UTF_8))
                        .hex(),
                request.by().name());
    }

    /** None for one that was not extended. */
    static List<CustodyEvent.RequestExtended> extended(RecordsRequest request) {
        return request
                .extended()
                .map(one -> new CustodyEvent.RequestExtended(
                        one.at(),
                        request.id().value(),
                        one.ground().name(),
                        one.until().toString(),
                        one.by().name()))
                .stream()
                .toList();
    }

    /** None for one that is open. */
    static List<CustodyEvent.RequestClosed> closed(RecordsRequest request) {
        return switch (request.state()) {
            case RecordsRequest.State.Open open -> List.of();
            case RecordsRequest.State.Closed closed ->
                List.of(new CustodyEvent.RequestClosed(
                        closed.at(), request.id().value(), closed.by().name()));
        };
    }

    static CustodyEvent.RequestStepTaken taken(RequestStep step) {
        Determination determination = step.determination();
        return new CustodyEvent.RequestStepTaken(
                step.at(),
                step.request().value(),
                step.kind().name(),
                step.day().toString(),
                determination == null ? "" : determination.outcome().name(),
                step.by().name());
    }
}
