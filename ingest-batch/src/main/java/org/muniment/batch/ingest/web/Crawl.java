package org.muniment.batch.ingest.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muniment.archive.store.Digest;
import org.muniment.archive.web.WatchedPage;
import org.muniment.batch.ingest.ItemSource;
import org.muniment.batch.ingest.Position;
import org.muniment.batch.ingest.RawItem;
import org.muniment.batch.ingest.Rejected;

/**
 * Visits a site: page by page from its seeds and sitemaps, and every page known from before. A page that is as it was is
 * noted, one that changed is a new version, one that is gone is kept as the server's answer that says so, once.
 */
final class Crawl implements ItemSource {
    private final CrawlPlan plan;
    private final WebClient client;
    private final RobotRules robots;
    private final Sitemaps sitemaps;
    private final Capture capture;
    private final Visits visits;

    private final Deque<URI> open = new ArrayDeque<>();
    private final Set<String> seen = new HashSet<>();
    private final List<String> kept = new ArrayList<>();
    private int visited;
    private int answered;
    private String firstFailure = "";

    /** Opens the visit, when the run has begun. */
    @FunctionalInterface
    interface Visits {
        Visit open();
    }

    Crawl(CrawlPlan plan, WebClient client, RobotRules robots, Capture capture, Visits visits) {
        this.plan = plan;
        this.client = client;
        this.robots = robots;
        this.sitemaps = new Sitemaps(client);
        this.capture = capture;
        this.visits = visits;
    }

    @Override
    public void read(Optional<Position> after, Sink sink) throws InterruptedException {
        Visit visit = visits.open();
        List<String> maps =
                new ArrayList<>(plan.sitemaps().stream().map(URI::toString).toList());
        for (URI seed : plan.seeds()) {
            add(seed.toString());
            maps.addAll(robots.sitemaps(seed));
        }
        sitemaps.pages(maps).forEach(this::add);
        all(visit, sink);
        visit.all().forEach(page -> add(page.address()));
        all(visit, sink);
        if (answered == 0) {
            visit.save();
            throw new UncheckedIOException(new IOException("No page of the site could be read: "
                    + (kept.isEmpty() ? firstFailure : "robots.txt keeps all out, or can't be had")));
        }
        report(sink);
        visit.end();
    }

    private void add(String address) {
        CrawlPlan.canonical(address)
                .filter(plan::isInScope)
                .filter(one -> seen.add(one.toString()))
                .ifPresent(open::add);
    }

    private void all(Visit visit, Sink sink) throws InterruptedException {
        while (!open.isEmpty() && visited < plan.pages()) {
            URI address = open.poll();
            Optional<WatchedPage> done = visit.done(address.toString());
            if (done.isPresent()) {
                answered++;
                done.get().links().forEach(this::add);
            } else if (robots.allow(address)) {
                visited++;
                one(visit, address, sink);
                Thread.sleep(robots.pause(address));
            } else {
                kept.add(address.toString());
            }
        }
    }

    private void one(Visit visit, URI address, Sink sink) throws InterruptedException {
        Optional<WatchedPage> before = visit.kept(address.toString());
        try (WebAnswer answer = client.get(address, conditions(before))) {
            answered++;
            switch (answer.status()) {
                case 304 -> before.ifPresent(page -> unchanged(visit, page));
                case 301, 302, 303, 307, 308 -> redirected(visit, answer, before);
                case 404, 410 -> gone(visit, answer, before, sink);
                default -> {
                    if (answer.status() / 100 == 2) {
                        found(visit, answer, before, sink);
                    } else {
                        failed(address, "the server answered " + answer.status(), sink);
                    }
                }
            }
        } catch (IOException e) {
            failed(address, String.valueOf(e.getMessage()), sink);
        }
    }

    private static Map<String, String> conditions(Optional<WatchedPage> before) {
        Map<String, String> fields = new LinkedHashMap<>();
        before.filter(page -> page.vanished() == null).ifPresent(page -> {
            if (!page.etag().isEmpty()) {
                fields.put("If-None-Match", page.etag());
            }
            if (!page.modified().isEmpty()) {
                fields.put("If-Modified-Since", page.modified());
            }
        });
        return fields;
    }

    private void unchanged(Visit visit, WatchedPage page) {
        page.links().forEach(this::add);
        visit.note(page.unchanged(visit.begun()));
    }

    /** The page it leads to is asked for itself; where a page stood before, none stands now. */
    private void redirected(Visit visit, WebAnswer answer, Optional<WatchedPage> before) {
        String target = answer.fields().first("location");
        try {
            add(answer.address().resolve(target).toString());
        } catch (IllegalArgumentException noAddress) {
            firstFailure = answer.address() + " leads to no address";
        }
        before.ifPresent(page -> visit.note(page.gone(visit.begun())));
    }

    private void gone(Visit visit, WebAnswer answer, Optional<WatchedPage> before, Sink sink)
            throws IOException, InterruptedException {
        if (before.isEmpty()) {
            return;
        }
        if (before.get().vanished() == null) {
            sink.accept(capture.of(answer, answer.payloadDigest()));
        }
        visit.note(before.get().gone(visit.begun()));
    }

    private void found(Visit visit, WebAnswer answer, Optional<WatchedPage> before, Sink sink)
            throws IOException, InterruptedException {
        List<String> links = PageLinks.of(answer);
        links.forEach(this::add);
        Digest payload = answer.payloadDigest();
        boolean same = before.filter(page -> page.payload().equals(payload.hex()) && page.vanished() == null)
                .isPresent();
        if (same) {
            visit.note(before.orElseThrow().unchanged(visit.begun()));
            return;
        }
        RawItem version = capture.of(answer, payload);
        visit.note(page(visit, answer, payload, links, Visit.item(version), before));
        sink.accept(version);
    }

    private static WatchedPage page(
            Visit visit,
            WebAnswer answer,
            Digest payload,
            List<String> links,
            String item,
            Optional<WatchedPage> before) {
        Instant now = visit.begun();
        return new WatchedPage(
                answer.address().toString(),
                payload.hex(),
                item,
                cut(answer.fields().first("etag")),
                cut(answer.fields().first("last-modified")),
                links,
                before.map(WatchedPage::firstSeen).orElse(now),
                now,
                null,
                before.map(WatchedPage::versions).orElse(0L) + 1);
    }

    private static String cut(String field) {
        return field.length() > 300 ? "" : field;
    }

    private void failed(URI address, String why, Sink sink) throws InterruptedException {
        firstFailure = firstFailure.isEmpty() ? address + ": " + why : firstFailure;
        sink.accept(new Rejected(address.toString(), why, new Position(address.toString(), 0)));
    }

    /** What the visit did not come to, each kind once. */
    private void report(Sink sink) throws InterruptedException {
        for (String problem : sitemaps.problems()) {
            sink.accept(new Rejected("sitemap " + problem, "could not be read", new Position("sitemap", 0)));
        }
        if (!kept.isEmpty()) {
            sink.accept(new Rejected(
                    kept.getFirst(),
                    "robots.txt keeps out " + kept.size() + (kept.size() == 1 ? " page" : " pages"),
                    new Position("robots", 0)));
        }
        if (!open.isEmpty()) {
            sink.accept(new Rejected(
                    open.element().toString(),
                    "the limit of " + plan.pages() + " pages was reached; " + open.size() + " more were not visited",
                    new Position("limit", 0)));
        }
    }
}
