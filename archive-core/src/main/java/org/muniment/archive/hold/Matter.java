package org.muniment.archive.hold;

import java.time.Instant;
import org.muniment.archive.ledger.Officer;

/**
 * What holds are placed for: a lawsuit, a claim, a records request, a leaver, an audit.
 *
 * @param id {@code M} and a number: {@code M3}
 * @param title as people call it, one line of 1 to 200 characters
 * @param openedBy who opened it
 * @param opened when
 */
public record Matter(String id, String title, Officer openedBy, Instant opened) {}
