package org.muniment.batch.ingest.voicemail;

import java.util.Optional;
import org.muniment.archive.Archive;
import org.muniment.archive.index.Search;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.archive.query.ItemQueryParser;
import org.muniment.archive.store.Digest;
import org.muniment.batch.Rooms;

/** The words that voicemails of the archive have, found by their recording. */
final class KnownTranscripts implements Transcriber.Known {
    private final Archive archive;

    KnownTranscripts(Archive archive) {
        this.archive = archive;
    }

    @Override
    public Optional<String> words(Digest recording) {
        var query = new ItemQueryParser(archive.settings().zone()).parse("kind:voicemail digest:" + recording.hex());
        return archive
                .index()
                .search(new Search(query, 20, Optional.empty(), Search.Order.OLDEST_FIRST))
                .page()
                .stream()
                .flatMap(hit -> archive.items().find(hit.item()).stream())
                .map(this::body)
                .filter(words -> !words.isEmpty())
                .findFirst();
    }

    private String body(RegisteredItem item) {
        return Rooms.of(archive).stored().readWhatIsThere(item).text().body().strip();
    }
}
