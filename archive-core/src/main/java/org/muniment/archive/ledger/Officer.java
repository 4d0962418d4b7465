package org.muniment.archive.ledger;

import java.util.Locale;

/**
 * A person who acts for the district, as letters and certificates name them: name, a comma, title.
 *
 * @param name 1 to 200 characters, one line, for example {@code Maria Ortiz, Director of Records}
 */
public record Officer(String name) {
    private static final int LONGEST = 200;

    public Officer {
        name = name.strip().replaceAll("\\s+", " ");
        if (name.isEmpty() || name.length() > LONGEST) {
            throw new IllegalArgumentException("An officer is named by name and title, 1 to 200 characters");
        }
    }

    /** Whether both are one person: the same name before the comma, whatever the letters' case and the title. */
    public boolean isSamePersonAs(Officer other) {
        return person().equals(other.person());
    }

    private String person() {
        int comma = name.indexOf(',');
        return (comma < 0 ? name : name.substring(0, comma)).strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return name;
    }
}
