package org.muniment.batch.ingest.sources;

import org.muniment.batch.ingest.IngestRequest;
import org.muniment.batch.ingest.Source;

/**
 * What one run takes in.
 *
 * @param source where from
 * @param custody whose items they are
 * @param connection tries whether the source can be reached
 */
public record Account(Source source, IngestRequest.Custody custody, Connection connection) {
    /** The run. */
    public IngestRequest request() {
        return new IngestRequest(source, custody);
    }
}
