package org.muniment.batch.produce;

import java.util.List;
import java.util.stream.Collectors;

/** A production is not built, because a person must look first; nothing was given out. The message says at what. */
public final class BuildStopped extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 12;

    private final transient List<String> findings;

    BuildStopped(String what, List<String> findings, String next) {
        super(what + findings.stream().limit(SHOWN).collect(Collectors.joining("\n  ", "\n  ", ""))
                + (findings.size() > SHOWN ? "\n  … and " + (findings.size() - SHOWN) + " more" : "")
                + "\n" + next);
        this.findings = List.copyOf(findings);
    }

    /** Each finding, in plain words; never what is hidden. */
    public List<String> findings() {
        return findings;
    }
}
