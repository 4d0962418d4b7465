package org.muniment.batch.ingest.outlook;

import java.time.Duration;

/**
 * What reading an Outlook data file may cost.
 *
 * @param patience how long one message or folder may take
 * @param megabytes heap of the process that reads it
 * @param deaths after so many messages that end the process the rest is given up, and named
 */
record PstLimits(Duration patience, int megabytes, int deaths) {
    static final PstLimits DEFAULT = new PstLimits(Duration.ofSeconds(90), 512, 200);
}
