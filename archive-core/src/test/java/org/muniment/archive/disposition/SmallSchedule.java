package org.muniment.archive.disposition;

/** A schedule with one series for each thing that plans care about. */
final class SmallSchedule {
    private SmallSchedule() {}

    /** @param lunchDays days that transitory mail is kept */
    static String yaml(int lunchDays) {
        return """
            schedule: small
            title: A small schedule
            zone: America/Los_Angeles
            mailbox-purge: P90D
            unmatched: R62
            series:
            """
                + series("T01", 3, "record", "subject:lunch", "P" + lunchDays + "D after received", "transitory: true")
                + series("R35", 3, "record", "subject:invoice", "P1Y after received", "transitory: false")
                + series("R15", 2, "record", "subject:applicant", "P1Y after received", "transitory: false")
                + series("R01", 1, "record", "subject:minutes", "permanent", "transitory: false")
                + series("R41", 2, "record", "subject:lease", "P1Y after contract-ended", "transitory: false")
                + series("R29", 3, "record", "subject:alert", "P2Y after received", "at-most: P1Y after received")
                + series("R58", 3, "not-a-record", "subject:thanks", "P30D after received", "transitory: true")
                + """
            - id: R62
              title: Unmatched
              class: 2
              standing: record
              keep: until reclassified
              cite: 5 CCR 16024
              basis: REG
              verified: false
            """;
    }

    private static String series(String id, int number, String standing, String query, String keep, String more) {
        return """
            - id: %s
              title: Series %s
              class: %d
              standing: %s
              query: '%s'
              keep: %s
              cite: 5 CCR 1602%d
              basis: REG
              verified: true
              %s
              examples:
                yes: ["Subject: yes"]
                no: ["Subject: no"]
            """.formatted(id, id, number, standing, query, keep, number + 2, more);
    }
}
