package org.muniment.archive.schedule;

import java.time.Instant;
import java.time.LocalDate;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.store.Digest;

/**
 * A retention schedule that one officer wants adopted, and another must still adopt.
 *
 * @param name the schedule's
 * @param yaml its file, whole
 * @param digest SHA-256 of the YAML as UTF-8: what the second officer saw is what is adopted
 * @param effective first day it is to be in force
 * @param by who proposed it
 * @param at when
 */
public record ScheduleProposal(String name, String yaml, Digest digest, LocalDate effective, Officer by, Instant at) {}
