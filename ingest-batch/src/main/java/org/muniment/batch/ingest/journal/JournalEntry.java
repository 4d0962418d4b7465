package org.muniment.batch.ingest.journal;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.muniment.archive.item.Custodian;
import org.muniment.batch.ingest.IngestRequest.Custody;
import org.muniment.batch.ingest.ItemSource;
import org.muniment.batch.ingest.Source;

/**
 * A journal as {@code sources.yaml} sets it up. Messages are sent to it, so there is nothing to be collected: collecting
 * it only checks the sum of a run that was interrupted, when the journal does not listen.
 *
 * @param settings how it listens
 * @param domains of the district
 * @param otherwise whose a message is that is nobody's
 */
public record JournalEntry(JournalSettings settings, Set<String> domains, Custodian otherwise) implements Source {
    public JournalEntry {
        domains = Set.copyOf(domains);
    }

    @Override
    public String name() {
        return JournalSource.name(settings.name());
    }

    @Override
    public String type() {
        return JournalSource.TYPE;
    }

    @Override
    public ItemSource open(Path spool) {
        return (after, sink) -> {};
    }

    @Override
    public long bytes() {
        return 0;
    }

    /**
     * Whose its messages are.
     *
     * @param known addresses and aliases of the directory, in lower case, and whose they are
     */
    public Custody custody(Map<String, Custodian> known) {
        return new Custody.ByAddress(new DistrictAddresses(known, domains, settings.admission()), otherwise);
    }
}
