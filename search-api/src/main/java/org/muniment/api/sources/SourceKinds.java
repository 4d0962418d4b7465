package org.muniment.api.sources;

import java.util.List;
import org.muniment.archive.Archive;
import org.muniment.batch.ingest.feed.FeedKind;
import org.muniment.batch.ingest.imap.ImapKind;
import org.muniment.batch.ingest.journal.JournalKind;
import org.muniment.batch.ingest.social.ExportKind;
import org.muniment.batch.ingest.sources.FilesKind;
import org.muniment.batch.ingest.sources.SourceKind;
import org.muniment.batch.ingest.voicemail.VoicemailKind;
import org.muniment.batch.ingest.web.CrawlKind;

/** The kinds of source that {@code sources.yaml} can name. */
public final class SourceKinds {
    private SourceKinds() {}

    /** All of them; a new kind is a line here. */
    public static List<SourceKind> of(Archive archive) {
        return List.of(
                new FilesKind(archive.settings().folder()),
                new ImapKind(),
                new JournalKind(),
                new VoicemailKind(archive),
                new CrawlKind(archive),
                new FeedKind(archive),
                ExportKind.exports(archive),
                ExportKind.postings(archive));
    }
}
