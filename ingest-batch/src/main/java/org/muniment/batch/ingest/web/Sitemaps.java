package org.muniment.batch.ingest.web;

import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.UnknownFormatException;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The pages that sitemaps list (sitemaps.org), those of indexes included. */
final class Sitemaps {
    private static final int MOST = 500;

    private final WebClient client;
    private final List<String> problems = new ArrayList<>();

    Sitemaps(WebClient client) {
        this.client = client;
    }

    /** What could not be read, an address and the reason each. */
    List<String> problems() {
        return problems;
    }

    List<String> pages(List<String> sitemaps) {
        List<String> pages = new ArrayList<>();
        Deque<String> open = new ArrayDeque<>(sitemaps);
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty() && seen.size() < MOST) {
            String address = open.poll();
            if (seen.add(address)) {
                read(address, open, pages);
            }
        }
        return pages;
    }

    private void read(String address, Deque<String> open, List<String> pages) {
        try (WebAnswer answer = client.get(URI.create(address), Map.of())) {
            if (answer.status() != 200) {
                problems.add(address + ": the server answered " + answer.status());
                return;
            }
            AbstractSiteMap map = new SiteMapParser(false).parseSiteMap(PageLinks.unzipped(answer), url(address));
            switch (map) {
                case SiteMapIndex index ->
                    index.getSitemaps().forEach(one -> open.add(one.getUrl().toString()));
                case SiteMap one ->
                    one.getSiteMapUrls().forEach(page -> pages.add(page.getUrl().toString()));
                default -> problems.add(address + ": no sitemap");
            }
        } catch (IOException | UnknownFormatException | RuntimeException e) {
            problems.add(address + ": " + e.getMessage());
        }
    }

    private static URL url(String address) throws IOException {
        return URI.create(address).toURL();
    }
}
