package org.muniment.batch.mailbox;

import java.nio.file.Path;
import java.time.Instant;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.Custodian;

/**
 * A mailbox that the purge may touch.
 *
 * @param id the archive's number for it
 * @param path where it is: the folder of a Maildir
 * @param custodian whose it is
 * @param source what collections from it name as their source
 * @param keep how long messages stay, when longer than the schedule says; null for the schedule's period
 * @param added when it was registered
 */
public record RegisteredMailbox(
        long id,
        Path path,
        Custodian custodian,
        String source,
        @Nullable Period keep,
        Instant added) {}
