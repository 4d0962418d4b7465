package org.muniment.batch.ingest;

import java.util.List;

/**
 * A portion of a source: what one transaction registers.
 *
 * @param entries in the order of the source
 * @param end where to read on once it is registered
 * @param weight of the memory budget it holds until it is indexed
 */
record Load(List<Prepared> entries, Position end, int weight) {
    Load {
        entries = List.copyOf(entries);
    }
}
