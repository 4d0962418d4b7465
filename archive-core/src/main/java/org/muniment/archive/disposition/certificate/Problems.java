package org.muniment.archive.disposition.certificate;

import java.util.ArrayList;
import java.util.List;

/** Collects what a check found: the first thousand. */
final class Problems {
    private static final int MOST = 1_000;

    private final List<CertificateCheck.Finding> findings = new ArrayList<>();

    void add(String file, String what) {
        if (findings.size() < MOST) {
            findings.add(new CertificateCheck.Finding(file, what));
        }
    }

    /** Notes that something is not as it should be. */
    void require(boolean holds, String file, String what) {
        if (!holds) {
            add(file, what);
        }
    }

    /** Notes that a file says something else than it should. */
    void requireEqual(Object says, Object should, String file, String name) {
        if (!says.equals(should)) {
            add(file, name + " is " + says + ", and should be " + should);
        }
    }

    List<CertificateCheck.Finding> all() {
        return findings;
    }
}
