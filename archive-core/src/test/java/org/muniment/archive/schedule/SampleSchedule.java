package org.muniment.archive.schedule;

/** A small schedule in YAML to vary. */
final class SampleSchedule {
    static final String HEAD = """
            schedule: sample
            title: A sample
            zone: America/Los_Angeles
            mailbox-purge: P90D
            unmatched: R62
            series:
            """;

    private SampleSchedule() {}

    /** A series of fifteen lines at most, of which some are given. */
    static String series(String id, int number, String standing, String query, String keep, String... more) {
        return "- id: " + id + "\n"
                + "  title: Series " + id + "\n"
                + "  class: " + number + "\n"
                + "  standing: " + standing + "\n"
                + (query.isEmpty() ? "" : "  query: '" + query + "'\n")
                + "  keep: " + keep + "\n"
                + "  cite: 5 CCR 1602" + number + "\n"
                + "  basis: REG\n"
                + "  verified: true\n"
                + (more.length == 0 ? "" : "  " + String.join("\n  ", more) + "\n")
                + "  examples:\n"
                + "    yes: [\"Subject: yes\"]\n"
                + "    no: [\"Subject: no\"]\n";
    }

    static String yaml(String... series) {
        return HEAD + String.join("", series) + UNMATCHED;
    }

    static RetentionSchedule of(String... series) {
        return RetentionSchedule.parse(yaml(series));
    }

    private static final String UNMATCHED = """
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
