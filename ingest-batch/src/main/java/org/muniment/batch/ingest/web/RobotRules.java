package org.muniment.batch.ingest.web;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the robots.txt of each site allows (RFC 9309): none means all is allowed, one that can't be had means nothing is. */
final class RobotRules {
    private static final int LONGEST = 512 << 10;
    private static final int REDIRECTS = 5;

    private final WebClient client;
    private final WebTerms terms;
    private final boolean heeded;
    private final Map<String, BaseRobotRules> known = new HashMap<>();

    /** @param heeded whether they are asked for at all */
    RobotRules(WebClient client, WebTerms terms, boolean heeded) {
        this.client = client;
        this.terms = terms;
        this.heeded = heeded;
    }

    boolean allow(URI address) {
        return of(address).isAllowed(address.toString());
    }

    /** The longer one of what we wait and what the site asks for, at most half a minute. */
    Duration pause(URI address) {
        long asked = Math.min(Math.max(0, of(address).getCrawlDelay()), 30_000);
        return Duration.ofMillis(Math.max(asked, terms.pause().toMillis()));
    }

    /** Sitemaps the site names. */
    List<String> sitemaps(URI address) {
        return of(address).getSitemaps();
    }

    private BaseRobotRules of(URI address) {
        if (!heeded) {
            return new SimpleRobotRules(RobotRulesMode.ALLOW_ALL);
        }
        String site = address.getScheme() + "://" + address.getRawAuthority();
        return known.computeIfAbsent(site, absent -> read(URI.create(site + "/robots.txt")));
    }

    private BaseRobotRules read(URI start) {
        SimpleRobotRulesParser parser = new SimpleRobotRulesParser();
        URI address = start;
        try {
            for (int i = 0; i <= REDIRECTS; i++) {
                try (WebAnswer answer = client.get(address, Map.of());
                        InputStream in = answer.payload()) {
                    String target = answer.fields().first("location");
                    if (answer.status() / 100 == 3 && !target.isEmpty()) {
                        address = address.resolve(target);
                        continue;
                    }
                    return answer.status() == 200
                            ? parser.parseContent(
                                    start.toString(), in.readNBytes(LONGEST), "text/plain", List.of(terms.robot()))
                            : parser.failedFetch(answer.status());
                }
            }
        } catch (IOException | IllegalArgumentException unreachable) {
            return new SimpleRobotRules(RobotRulesMode.ALLOW_NONE);
        }
        return new SimpleRobotRules(RobotRulesMode.ALLOW_ALL);
    }
}
