package org.muniment.archive.store;

import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import java.util.Optional;
import java.util.Set;

/** Runs requests and tells a no for good from a fault that may pass. */
final class S3Calls {
    private static final Set<Integer> REFUSALS = Set.of(401, 403, 404, 405, 501);
    private static final Set<String> REFUSED = Set.of(
            "InvalidRequest",
            "InvalidArgument",
            "InvalidBucketState",
            "InvalidBucketName",
            "MalformedXML",
            "NotImplemented",
            "ObjectLockConfigurationNotFoundError",
            "ObjectLocked");

    private S3Calls() {}

    @FunctionalInterface
    interface Call<T> {
        T answer() throws MinioException;
    }

    @FunctionalInterface
    interface Deed {
        void run() throws MinioException;
    }

    /** @param deed what is asked of the store, for messages: "write … to …" */
    static <T> T ask(String deed, Call<T> call) {
        try {
            return call.answer();
        } catch (MinioException | IllegalStateException e) {
            throw explain(deed, e);
        }
    }

    static void run(String deed, Deed request) {
        try {
            request.run();
        } catch (MinioException | IllegalStateException e) {
            throw explain(deed, e);
        }
    }

    /** As {@link #run}; does nothing when the store answers that there is no such object or version. */
    static void runIfPresent(String deed, Deed request) {
        try {
            request.run();
        } catch (MinioException | IllegalStateException e) {
            if (!(e instanceof ErrorResponseException error && isAbsent(error))) {
                throw explain(deed, e);
            }
        }
    }

    /** As {@link #ask}; nothing when the store answers that there is no such object or version. */
    static <T> Optional<T> find(String deed, Call<T> call) {
        try {
            return Optional.of(call.answer());
        } catch (MinioException | IllegalStateException e) {
            if (e instanceof ErrorResponseException error && isMissing(error)) {
                return Optional.empty();
            }
            throw explain(deed, e);
        }
    }

    private static boolean isMissing(ErrorResponseException error) {
        return switch (error.response().code()) {
            // A version id that this store would never give, or that of a delete marker.
            case 400 -> "InvalidArgument".equals(error.errorResponse().code());
            case 405 -> true;
            default -> isAbsent(error);
        };
    }

    private static boolean isAbsent(ErrorResponseException error) {
        return error.response().code() == 404
                && !"NoSuchBucket".equals(error.errorResponse().code());
    }

    /** @param e a MinioException, or the IllegalStateException it throws for an answer that it cannot read */
    private static StoreException explain(String deed, Exception e) {
        if (e instanceof ErrorResponseException error) {
            String code = error.errorResponse().code();
            int status = error.response().code();
            String why = code + " (" + status + ") " + error.errorResponse().message();
            if (REFUSALS.contains(status) || REFUSED.contains(code)) {
                return new StoreRefused("The store refused to " + deed + ": " + why, e);
            }
            return new StoreUnavailable("The store could not " + deed + ": " + why + ". Try again.", e);
        }
        return new StoreUnavailable("The store could not " + deed + ": " + e.getMessage() + ". Try again.", e);
    }
}
