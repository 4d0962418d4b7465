package org.muniment.archive.hold;

import java.time.Instant;
import org.muniment.archive.item.Custodian;

/**
 * What a signed link acknowledges, and nothing else: one notice of one hold to one custodian.
 *
 * @param hold the hold
 * @param custodian whom the notice went to
 * @param sent when it was first sent, to the millisecond
 */
public record NoticeLink(HoldId hold, Custodian custodian, Instant sent) {}
