package org.muniment.archive.store;

import java.util.stream.Gatherer;
import java.util.stream.Stream;

/** Drops repeats from a sorted stream without remembering more than the last value. */
final class Distinct {
    private Distinct() {}

    static Stream<Digest> sorted(Stream<Digest> digests) {
        return digests.gather(
                Gatherer.ofSequential(() -> new Digest[1], Gatherer.Integrator.of((last, digest, downstream) -> {
                    if (digest.equals(last[0])) {
                        return true;
                    }
                    last[0] = digest;
                    return downstream.push(digest);
                })));
    }
}
