package org.muniment.batch.ingest.voicemail;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.muniment.batch.ingest.FileSource;
import org.muniment.batch.ingest.ItemSource;
import org.muniment.batch.ingest.Source;
import org.muniment.batch.ingest.SourceType;

/**
 * A folder into which a telephone system exports voicemail.
 *
 * @param path the folder, made absolute
 * @param byMailbox whether the mailbox that an export names comes first in an item's place, as its custodian
 * @param zone in which times without a zone are
 * @param transcriber finds words where the export has none; null for none
 */
record VoicemailSource(
        Path path, boolean byMailbox, ZoneId zone, @Nullable Transcriber transcriber) implements Source {
    VoicemailSource {
        path = path.toAbsolutePath().normalize();
    }

    @Override
    public String name() {
        return path.toString();
    }

    @Override
    public String type() {
        return "VOICEMAIL";
    }

    @Override
    public ItemSource open(Path spool) {
        if (!Files.exists(path)) {
            throw new UncheckedIOException(new NoSuchFileException(path.toString()));
        }
        return new VoicemailFolder(this, spool);
    }

    @Override
    public long bytes() {
        return new FileSource(path, SourceType.AUTO).bytes();
    }

    Told told() {
        return new Told(zone);
    }

    /** A path within the source, behind the mailbox that names the custodian; a mailbox that is not told is empty. */
    String place(String mailbox, String path) {
        return byMailbox ? mailbox.replace('/', ' ') + "/" + path : path;
    }
}
