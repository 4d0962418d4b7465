package org.muniment.api.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * How much may be asked for in a minute: by a person who signed in, from whatever machine, and by what comes from one
 * address where nobody did. Who is quiet for a while may ask for a minute's worth at once. Safe for many threads.
 */
@Component
public final class Limits {
    private static final int KNOWN = 20_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int NETWORK = 8;
    private static final Pattern FREE = Pattern.compile("/health/.*|/metrics");
    private static final Pattern DOWNLOAD =
            Pattern.compile(".*(/export|/download|/bundle|/package|/files?/.*|\\.(zip|csv|pdf|eml|mbox))");
    private static final Pattern SEARCH = Pattern.compile("(/api/v1)?/(search|mine|items)(/.*)?");

    private final long search;
    private final long download;
    private final LoadingCache<Asker, Bucket> buckets;

    /** The settings {@code muniment.limits.*}. */
    Limits(
            @Value("${muniment.limits.person}") long person,
            @Value("${muniment.limits.address}") long address,
            @Value("${muniment.limits.search}") long search,
            @Value("${muniment.limits.download}") long download) {
        this.search = search;
        this.download = download;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(KNOWN)
                .expireAfterAccess(MINUTE.multipliedBy(5))
                .build(asker -> switch (asker) {
                    case Asker.Person one -> bucket(person);
                    case Asker.Address one -> bucket(address);
                });
    }

    /** For whom is counted. */
    private sealed interface Asker {
        /** @param account its name */
        record Person(String account) implements Asker {}

        /** @param network an IPv4 address, or the first half of an IPv6 one: the rest is one household's to choose */
        record Address(String network) implements Asker {}
    }

    private static Bucket bucket(long each) {
        long most = each == 0 ? Long.MAX_VALUE / MINUTE.toNanos() : each;
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(most).refillGreedy(most, MINUTE))
                .withNanosecondPrecision()
                .build();
    }

    /**
     * Takes what a request weighs from what its asker may ask for.
     *
     * @return in how long it may be asked again, rounded up; zero when it may go on
     */
    Duration take(HttpServletRequest request) {
        long weight = weight(request.getServletPath(), request.getQueryString() != null);
        if (weight == 0) {
            return Duration.ZERO;
        }
        ConsumptionProbe probe = buckets.get(asker(request)).tryConsumeAndReturnRemaining(weight);
        return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    /** @param asks whether it says what to look for */
    long weight(String path, boolean asks) {
        if (FREE.matcher(path).matches()) {
            return 0;
        }
        if (DOWNLOAD.matcher(path).matches()) {
            return download;
        }
        return asks && SEARCH.matcher(path).matches() ? search : 1;
    }

    private static Asker asker(HttpServletRequest request) {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        return signedIn != null && WhoAsks.isSignedIn(signedIn)
                ? new Asker.Person(signedIn.getName())
                : new Asker.Address(network(request.getRemoteAddr()));
    }

    static String network(String address) {
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, NETWORK)));
        } catch (IllegalArgumentException noLiteral) {
            return address;
        }
    }
}
