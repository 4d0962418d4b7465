package org.muniment.archive.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A personal access token, as far as it is kept: a program that has it acts for the person.
 *
 * @param number the archive's for it, from 1
 * @param account whose it is
 * @param name what it is for, in the person's words
 * @param ends the last day on which it is good
 * @param revoked when it was taken back; null while it was not
 * @param lastUsed about when, to the minute; null while it was not
 */
public record Token(
        long number,
        String account,
        String name,
        Set<Scope> scopes,
        Instant made,
        LocalDate ends,
        @Nullable Instant revoked,
        @Nullable Instant lastUsed) {
    public Token {
        scopes = Set.copyOf(scopes);
    }

    public boolean isGoodOn(LocalDate day) {
        return revoked == null && !day.isAfter(ends);
    }

    public boolean covers(Area area, boolean changing) {
        return scopes.stream().anyMatch(scope -> scope.covers(area, changing));
    }
}
