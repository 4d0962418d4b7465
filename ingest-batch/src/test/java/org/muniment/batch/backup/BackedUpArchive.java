package org.muniment.batch.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.index.Hits;
import org.muniment.archive.index.Search;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.ledger.Checkpoint;
import org.muniment.archive.query.ItemQuery;
import org.muniment.batch.Rooms;
import org.muniment.batch.ingest.Ingest;
import org.muniment.batch.ingest.IngestRequest;
import org.muniment.batch.ingest.IngestRequest.Custody;
import org.muniment.batch.ingest.Progress;
import org.muniment.batch.ingest.SourceType;

/** An archive, where it is backed up to, and where that is brought back. */
abstract class BackedUpArchive {
    @TempDir
    Path folder;

    final Path home() {
        return folder.resolve("archive");
    }

    final Path target() {
        return folder.resolve("backup");
    }

    final Path restored() {
        return folder.resolve("restored");
    }

    final void mail(String name, int from, int to) throws IOException {
        StringBuilder mbox = new StringBuilder();
        for (int n = from; n < to; n++) {
            mbox.append("From clerk@district.example Mon Mar  2 09:30:00 2026\nMessage-ID: <")
                    .append(n)
                    .append("@district.example>\nSubject: Number ")
                    .append(n)
                    .append("\n\nBudget of the year ")
                    .append(n)
                    .append("\n\n");
        }
        Files.writeString(folder.resolve(name), mbox);
    }

    final void ingest(Archive archive, String name) {
        new Ingest(Rooms.of(archive))
                .run(
                        new IngestRequest(
                                folder.resolve(name),
                                SourceType.AUTO,
                                new Custody.One(new Custodian("clerk@district.example"))),
                        Progress.NONE);
    }

    final void create(ArchiveSettings settings, int items) throws IOException {
        mail("first.mbox", 0, items);
        try (Archive archive = Archive.create(settings, Clock.systemUTC())) {
            ingest(archive, "first.mbox");
        }
    }

    final Backup.Done backUp() {
        try (Archive archive = Archive.decide(home(), Clock.systemUTC())) {
            return new Backup(archive, target(), true, true, copied -> {}).run();
        }
    }

    final Restored restore(@Nullable String catalogue, @Nullable Path master, Checkpoint... later) {
        return new Restoration(
                        new RestoreRequest(
                                target(), restored(), null, catalogue, null, master, List.of(later), List.of()),
                        Clock.systemUTC(),
                        done -> {})
                .run();
    }

    static List<Hits.Hit> everything(Path archive) {
        try (Archive opened = Archive.read(archive, Clock.systemUTC())) {
            return opened.index()
                    .search(new Search(new ItemQuery.All(), 5_000, Optional.empty(), Search.Order.NEWEST_FIRST))
                    .page();
        }
    }

    final int sha256sum() throws Exception {
        return new ProcessBuilder("sha256sum", "--quiet", "--strict", "-c", "current/manifest.sha256")
                .directory(target().toFile())
                .inheritIO()
                .start()
                .waitFor();
    }
}
