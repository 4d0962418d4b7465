package org.muniment.api;

import org.muniment.archive.Archive;
import org.muniment.archive.request.RecordsRequest;
import org.muniment.archive.request.RequestId;
import org.muniment.archive.request.RequestRefused;
import org.muniment.archive.review.ReviewSet;

/** A review set or request that a person named. */
public final class NamedSet {
    private NamedSet() {}

    /**
     * Reads a set's name.
     *
     * @throws WrongUsage when it is none
     */
    public static ReviewSet of(String name) {
        try {
            return new ReviewSet(name);
        } catch (IllegalArgumentException wrong) {
            throw new WrongUsage(Reason.of(wrong));
        }
    }

    /**
     * Reads the name of a set in which something is decided: of a request only while it is open.
     *
     * @throws RequestRefused when there is no such request, or it is closed
     */
    public static ReviewSet toDecide(Archive archive, String name) {
        ReviewSet set = of(name);
        set.request()
                .map(id -> request(archive, id))
                .filter(found -> !found.isOpen())
                .ifPresent(closed -> {
                    throw new RequestRefused(
                            "Request " + closed.id() + " is closed: nothing is decided for it any more");
                });
        return set;
    }

    /**
     * Finds a request.
     *
     * @throws WrongUsage when the name is none of a request
     * @throws RequestRefused when there is none of that name
     */
    public static RecordsRequest request(Archive archive, String name) {
        return request(
                archive,
                of(name).request()
                        .orElseThrow(() -> new WrongUsage(
                                "A request is named by R and a number, such as R12, not: " + Terminal.plain(name))));
    }

    private static RecordsRequest request(Archive archive, RequestId id) {
        return archive.requests()
                .find(id)
                .orElseThrow(() -> new RequestRefused(
                        "There is no request " + id + ". To see them all: muniment request list --all"));
    }
}
