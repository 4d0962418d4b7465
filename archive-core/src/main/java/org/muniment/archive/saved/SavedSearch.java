package org.muniment.archive.saved;

import java.time.Instant;

/**
 * A search that somebody keeps.
 *
 * @param number its name in addresses, from 1
 * @param owner the account that keeps it, at most {@value #LONGEST_OWNER} characters
 * @param name what its owner calls it, one line of at most {@value #LONGEST_NAME} characters
 * @param query in the query language, as it was typed
 * @param isShared whether all who search see it
 * @param saved when
 */
public record SavedSearch(long number, String owner, String name, String query, boolean isShared, Instant saved) {
    public static final int LONGEST_NAME = 100;
    static final int LONGEST_OWNER = 320;

    public SavedSearch {
        name = name.replaceAll("\\s+", " ").strip();
        query = query.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new SavedSearchRefused("Give the search a name of at most 100 characters");
        }
        if (query.isEmpty()) {
            throw new SavedSearchRefused("There is no search to keep: say what to find first");
        }
        if (owner.isBlank() || owner.length() > LONGEST_OWNER) {
            throw new SavedSearchRefused("A search is kept by an account");
        }
    }
}
