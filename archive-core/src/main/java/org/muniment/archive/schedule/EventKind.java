package org.muniment.archive.schedule;

import java.util.Arrays;
import java.util.Optional;

/** Something that happens and starts or ends a retention clock; a person records it. */
public enum EventKind {
    /** The yearly audit (Ed. Code 41020) or another one the law requires was completed; for a school year. */
    AUDIT_COMPLETED("audit-completed", "the audit of that school year was completed"),
    CLAIM_FILED("claim-filed", "a claim was filed"),
    CLAIM_SETTLED("claim-settled", "the claim was settled, or the time to sue ran out"),
    EMPLOYEE_SEPARATED("employee-separated", "the employee left"),
    PUPIL_LEFT("pupil-left", "the pupil left the district"),
    CONTRACT_ENDED("contract-ended", "the contract ended"),
    /** The usefulness of a continuing record ended, and it was classified as Class 3. */
    USEFULNESS_ENDED("usefulness-ended", "its usefulness ended"),
    SUPERSEDED("superseded", "it was superseded, or what it lists left the district"),
    CASE_CLOSED("case-closed", "the case, complaint or request was closed"),
    GRANT_CLOSED("grant-closed", "the final report or claim of the grant was filed"),
    SERVICE_ENDED("service-ended", "the service it paid for ended");

    private final String key;
    private final String words;

    EventKind(String key, String words) {
        this.key = key;
        this.words = words;
    }

    /** As schedules and commands write it. */
    public String key() {
        return key;
    }

    /** As sentences say it. */
    public String words() {
        return words;
    }

    /** The kind that schedules write so. */
    public static Optional<EventKind> named(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
    }
}
