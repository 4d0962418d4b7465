package org.muniment.batch;

/** A schedule of two series for tests: items about lunch are kept a year after receipt, everything else is pending. */
public final class LunchSchedule {
    public static final String YAML = """
            schedule: lunch
            title: Lunch and everything else
            zone: America/Los_Angeles
            mailbox-purge: P90D
            unmatched: R62
            series:
              - id: T1
                title: Lunch
                class: 3
                standing: record
                transitory: true
                query: 'subject:lunch'
                keep: P1Y after received
                cite: "AR 7203 D.2"
                basis: PRAC
                verified: true
                examples:
                  yes: ["Subject: Lunch\\n\\nToday?\\n"]
                  no: ["Subject: Budget\\n\\nAdopted\\n"]
              - id: R62
                title: Everything else
                class: 2
                standing: record
                keep: until reclassified
                cite: "5 CCR 16024"
                basis: REG
                verified: true
            """;

    private LunchSchedule() {}
}
