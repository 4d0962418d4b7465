package org.muniment.batch.ingest.web;

import crawlercommons.filters.basic.BasicURLNormalizer;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a crawl visits.
 *
 * @param seeds where it begins
 * @param sitemaps addresses of sitemaps, besides those that robots.txt names
 * @param hosts whose pages are visited, in lower case, with the port where it is not the usual one
 * @param paths beginnings of paths within them; empty for all
 * @param exclude beginnings of paths that are left out
 * @param pages that are visited at most
 * @param robots whether robots.txt is heeded
 */
public record CrawlPlan(
        List<URI> seeds,
        List<URI> sitemaps,
        Set<String> hosts,
        List<String> paths,
        List<String> exclude,
        int pages,
        boolean robots) {
    public CrawlPlan {
        seeds = List.copyOf(seeds);
        sitemaps = List.copyOf(sitemaps);
        hosts = Set.copyOf(hosts);
        paths = List.copyOf(paths);
        exclude = List.copyOf(exclude);
    }

    /** One spelling for each address, without its fragment; nothing for what is no web address. */
    static Optional<URI> canonical(String address) {
        try {
            String one = new BasicURLNormalizer().filter(address.strip());
            if (one == null || one.length() > 2_000 || !one.matches("(?i)https?://.*")) {
                return Optional.empty();
            }
            return Optional.of(URI.create(one.replaceFirst("#.*", "")));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    boolean isInScope(URI address) {
        String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        return hosts.contains(String.valueOf(address.getRawAuthority()).toLowerCase(Locale.ROOT))
                && (paths.isEmpty() || paths.stream().anyMatch(path::startsWith))
                && exclude.stream().noneMatch(path::startsWith);
    }
}
