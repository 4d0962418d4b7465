package org.muniment.archive.item;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the source tells of when a message was received.
 *
 * @param server the mail server's own receipt time; null when the source has none
 * @param mboxLine the time in the {@code From } line of an mbox; null when there is none
 */
public record Receipt(@Nullable Instant server, @Nullable Instant mboxLine) {}
