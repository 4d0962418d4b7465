package org.muniment.api;

import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.query.ItemQueryParser;
import org.muniment.archive.request.RequestId;
import org.muniment.archive.review.ReviewSet;
import org.muniment.batch.produce.Scope;
import picocli.CommandLine.Option;

/** What to produce: a request's items, a query's, or a person's. */
final class ProducedScope {
    @Option(names = "--request", paramLabel = "REQUEST", description = "What a records request asks for: R12.")
    private @Nullable String request;

    @Option(names = "--query", paramLabel = "QUERY", description = "What a query finds.")
    private @Nullable String query;

    @Option(
            names = "--custodian",
            paramLabel = "ADDRESS",
            description = "All from a person's mailbox, unreviewed, for their supervisor.")
    private @Nullable String custodian;

    Scope scope(Archive archive, @Nullable String review) {
        if (request != null) {
            return new Scope.OfRequest(new RequestId(request.toUpperCase(java.util.Locale.ROOT)));
        }
        if (query != null) {
            return new Scope.OfQuery(
                    new ItemQueryParser(archive.settings().zone()).parse(query),
                    review == null ? "Items found by a query" : review);
        }
        return new Scope.OfPerson(new Custodian(String.valueOf(custodian)));
    }

    @Nullable
    ReviewSet review(@Nullable String review, boolean internal) {
        if (query == null && (review != null || internal)) {
            throw new WrongUsage("--review and --internal go with --query; a request has its own review");
        }
        if (query != null && (review == null) != internal) {
            throw new WrongUsage(
                    "With --query say whose decisions count, --review NAME, or that it stays within the district "
                            + "and nobody reviewed it, --internal");
        }
        if (request != null) {
            return new ReviewSet(request);
        }
        return review == null ? null : new ReviewSet(review);
    }
}
