package org.muniment.batch.ingest.feed;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.muniment.archive.Archive;
import org.muniment.batch.Rooms;
import org.muniment.batch.ingest.sources.Account;
import org.muniment.batch.ingest.sources.FilesKind;
import org.muniment.batch.ingest.sources.SettingsProblem;
import org.muniment.batch.ingest.sources.SourceKind;
import org.muniment.batch.ingest.sources.SourceSettings;
import org.muniment.batch.ingest.web.NameLookup;
import org.muniment.batch.ingest.web.WebKinds;
import org.muniment.batch.ingest.web.WebTerms;

/** {@code type: feed}: an RSS or Atom feed at a {@code url}, or feeds that were saved as files at a {@code path}. */
public final class FeedKind implements SourceKind {
    private final Archive archive;

    /** @param archive where versions and visits are registered */
    public FeedKind(Archive archive) {
        this.archive = archive;
    }

    @Override
    public String type() {
        return "feed";
    }

    @Override
    public List<Account> accounts(SourceSettings settings) throws SettingsProblem {
        String account = WebKinds.account(settings);
        if (settings.has("path")) {
            Path path = settings.path("path");
            return List.of(new Account(
                    new FeedFolder(path, account),
                    WebKinds.custody(settings, account),
                    () -> WebKinds.authorised(archive, account).or(() -> FilesKind.check(path))));
        }
        WebTerms terms = WebKinds.terms(settings);
        List<URI> addresses = WebKinds.addresses(settings, "url");
        if (addresses.size() != 1) {
            throw settings.problem("url", "A feed has one address", "Write url: or path:");
        }
        URI address = addresses.getFirst();
        FeedSource source = new FeedSource(
                "feed/" + settings.name(),
                address,
                account,
                settings.period("interval", Duration.ofMinutes(30)),
                terms,
                NameLookup.SYSTEM,
                () -> Rooms.of(archive));
        return List.of(new Account(
                source,
                WebKinds.custody(settings, account),
                () -> WebKinds.authorised(archive, account).or(() -> WebKinds.answers(archive, terms, address))));
    }
}
