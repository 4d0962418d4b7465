package org.muniment.archive.production.loadfile;

import java.util.List;

/** The logs of a production: their files under {@code LOGS} and their columns. */
public enum Log {
    /** What is withheld or redacted, and on what ground, for a requester (Gov. Code 7922.000). */
    WITHHELD("withheld.csv", LogRow.Withheld.COLUMNS),
    /** The same for a court: the privilege log (CCP 2031.240). */
    PRIVILEGE("privilege.csv", LogRow.Withheld.COLUMNS),
    /** What could not be set or written as it was, and what stands in its place. */
    EXCEPTIONS("exceptions.csv", List.of("BATES", "FILE", "REASON")),
    /** Every document with its pages. */
    CONTENTS("contents.csv", List.of("FIRST", "LAST", "TYPE", "DATE", "FROM", "TITLE"));

    private final String file;
    private final List<String> columns;

    Log(String file, List<String> columns) {
        this.file = file;
        this.columns = columns;
    }

    /** Its name in the folder {@code LOGS}. */
    public String file() {
        return file;
    }

    public List<String> columns() {
        return columns;
    }
}
