package org.muniment.batch.ingest.web;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.muniment.archive.Archive;
import org.muniment.batch.Rooms;
import org.muniment.batch.ingest.sources.Account;
import org.muniment.batch.ingest.sources.SettingsProblem;
import org.muniment.batch.ingest.sources.SourceKind;
import org.muniment.batch.ingest.sources.SourceSettings;

/** {@code type: crawl}: a site that is visited from {@code seeds} and {@code sitemaps}, within {@code hosts} and {@code paths}. */
public final class CrawlKind implements SourceKind {
    private final Archive archive;

    /** @param archive where versions and visits are registered */
    public CrawlKind(Archive archive) {
        this.archive = archive;
    }

    @Override
    public String type() {
        return "crawl";
    }

    @Override
    public List<Account> accounts(SourceSettings settings) throws SettingsProblem {
        WebTerms terms = WebKinds.terms(settings);
        CrawlPlan plan = plan(settings);
        String account = WebKinds.account(settings);
        CrawlSource source =
                new CrawlSource("crawl/" + settings.name(), plan, terms, NameLookup.SYSTEM, () -> Rooms.of(archive));
        return List.of(new Account(
                source,
                WebKinds.custody(settings, account),
                () -> WebKinds.authorised(archive, account).or(() -> WebKinds.answers(archive, terms, start(plan)))));
    }

    private static URI start(CrawlPlan plan) {
        return plan.seeds().isEmpty()
                ? plan.sitemaps().getFirst()
                : plan.seeds().getFirst();
    }

    private static CrawlPlan plan(SourceSettings settings) throws SettingsProblem {
        List<URI> seeds = WebKinds.addresses(settings, "seeds");
        List<URI> sitemaps = WebKinds.addresses(settings, "sitemaps");
        if (seeds.isEmpty() && sitemaps.isEmpty()) {
            throw settings.problem("seeds", "Nothing says where the visit begins", "Write seeds: or sitemaps:");
        }
        Set<String> hosts = new HashSet<>();
        settings.texts("hosts").forEach(host -> hosts.add(host.strip().toLowerCase(Locale.ROOT)));
        if (hosts.isEmpty()) {
            seeds.forEach(seed -> hosts.add(seed.getRawAuthority()));
            sitemaps.forEach(map -> hosts.add(map.getRawAuthority()));
        }
        return new CrawlPlan(
                seeds,
                sitemaps,
                hosts,
                settings.texts("paths"),
                settings.texts("exclude"),
                (int) settings.whole("pages", 1, 1_000_000, 5_000),
                settings.flag("robots", true));
    }
}
