package org.muniment.batch.ingest.social;

import java.nio.file.Path;
import java.util.List;
import org.muniment.archive.Archive;
import org.muniment.batch.ingest.Source;
import org.muniment.batch.ingest.sources.Account;
import org.muniment.batch.ingest.sources.FilesKind;
import org.muniment.batch.ingest.sources.SettingsProblem;
import org.muniment.batch.ingest.sources.SourceKind;
import org.muniment.batch.ingest.sources.SourceSettings;
import org.muniment.batch.ingest.web.WebKinds;

/**
 * {@code type: export}: what a social platform handed out of an account, as a folder or a zip; {@code type: postings}: a
 * folder of saved pages with their facts beside them.
 */
public final class ExportKind implements SourceKind {
    private final Archive archive;
    private final boolean export;

    private ExportKind(Archive archive, boolean export) {
        this.archive = archive;
        this.export = export;
    }

    public static ExportKind exports(Archive archive) {
        return new ExportKind(archive, true);
    }

    public static ExportKind postings(Archive archive) {
        return new ExportKind(archive, false);
    }

    @Override
    public String type() {
        return export ? "export" : "postings";
    }

    @Override
    public List<Account> accounts(SourceSettings settings) throws SettingsProblem {
        String account = WebKinds.account(settings);
        Path path = settings.path("path");
        Source source = export ? new ExportSource(path, account) : new PostingsFolder(path);
        return List.of(new Account(
                source,
                WebKinds.custody(settings, account),
                () -> WebKinds.authorised(archive, account).or(() -> FilesKind.check(path))));
    }
}
