package org.muniment.batch.ingest.journal;

import java.nio.file.Path;
import org.muniment.batch.ingest.ItemSource;
import org.muniment.batch.ingest.Source;

/**
 * A journal as runs name it.
 *
 * @param journal its name
 * @param intake what came
 */
record JournalSource(String journal, Intake intake) implements Source {
    static final String TYPE = "journal";

    static String name(String journal) {
        return "journal " + journal;
    }

    @Override
    public String name() {
        return name(journal);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public ItemSource open(Path spool) {
        return intake;
    }

    @Override
    public long bytes() {
        return -1;
    }
}
