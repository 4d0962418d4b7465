package org.muniment.batch.ingest.voicemail;

import java.nio.file.Path;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.muniment.batch.ingest.ItemSource;
import org.muniment.batch.ingest.LocalSource;

/**
 * A folder into which a telephone system exports voicemail.
 *
 * @param path the folder, made absolute
 * @param byMailbox whether the mailbox that an export names comes first in an item's place, as its custodian
 * @param zone in which times without a zone are
 * @param transcriber finds words where the export has none; null for none
 */
record VoicemailSource(
        Path path, boolean byMailbox, ZoneId zone, @Nullable Transcriber transcriber) implements LocalSource {
    VoicemailSource {
        path = path.toAbsolutePath().normalize();
    }

    @Override
    public String type() {
        return "VOICEMAIL";
    }

    @Override
    public ItemSource items(Path spool) {
        return new VoicemailFolder(this, spool);
    }

    Told told() {
        return new Told(zone);
    }

    /** A path within the source, behind the mailbox that names the custodian; a mailbox that is not told is empty. */
    String place(String mailbox, String path) {
        return byMailbox ? mailbox.replace('/', ' ') + "/" + path : path;
    }
}
