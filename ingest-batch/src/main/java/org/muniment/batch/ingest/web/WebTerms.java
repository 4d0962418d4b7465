package org.muniment.batch.ingest.web;

import java.time.Duration;
import java.util.Set;

/**
 * How the web is asked.
 *
 * @param agent who asks, as servers see it; its first word is what robots.txt calls us
 * @param pause between two requests to one site, at least
 * @param patience how long one answer may take
 * @param largest bytes of one answer that are taken
 * @param allowPrivate whether addresses inside the district's own network may be asked
 * @param ports that may be asked
 */
public record WebTerms(
        String agent, Duration pause, Duration patience, long largest, boolean allowPrivate, Set<Integer> ports) {
    /** A second between requests, half a minute and 100 MB for an answer, public addresses, the web's two ports. */
    public static final WebTerms DEFAULT = new WebTerms(
            "Muniment/1 (school district records archive)",
            Duration.ofSeconds(1),
            Duration.ofSeconds(30),
            100L << 20,
            false,
            Set.of(80, 443));

    public WebTerms {
        ports = Set.copyOf(ports);
    }

    /** What robots.txt calls us, in lower case. */
    String robot() {
        return agent.replaceFirst("[/ ].*", "").toLowerCase(java.util.Locale.ROOT);
    }
}
