package org.muniment.archive.schedule;

import java.util.Arrays;
import java.util.Optional;

/** What the law makes of the items of a series, beside their class. */
public enum Standing {
    /** A record that is classified when it comes. */
    RECORD("record", "record"),
    /** Active and useful over several years: not classified until its usefulness ends, 5 CCR 16022(b). */
    CONTINUING("continuing", "continuing record"),
    /** Mandatory interim pupil record, 5 CCR 432(b)(2). */
    PUPIL_INTERIM("pupil-interim", "mandatory interim pupil record"),
    /** Permitted pupil record, 5 CCR 432(b)(3). */
    PUPIL_PERMITTED("pupil-permitted", "permitted pupil record"),
    /** Not a record: only where no other series matches and nothing is attached. */
    NOT_A_RECORD("not-a-record", "not a record");

    private final String key;
    private final String words;

    Standing(String key, String words) {
        this.key = key;
        this.words = words;
    }

    /** As schedules write it. */
    public String key() {
        return key;
    }

    /** As people name it. */
    public String words() {
        return words;
    }

    /** The standing that schedules write so. */
    public static Optional<Standing> named(String key) {
        return Arrays.stream(values())
                .filter(standing -> standing.key.equals(key))
                .findFirst();
    }
}
