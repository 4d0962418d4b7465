package org.muniment.archive.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The exemptions of a state's law, read from YAML; see {@code retention-schedules}. Immutable. */
public final class Exemptions {
    private final List<Exemption> all;
    private final Map<PersonalData, Exemption> suggested;

    Exemptions(List<Exemption> all, Map<PersonalData, Exemption> suggested) {
        this.all = List.copyOf(all);
        this.suggested = Map.copyOf(suggested);
    }

    /**
     * Reads the exemptions.
     *
     * @throws ExemptionsInvalid when one lacks its section, title or mark, or two have one name
     */
    public static Exemptions read(String yaml) {
        throw new UnsupportedOperationException();
    }

    /** All, in the order of the file. */
    public List<Exemption> all() {
        return all;
    }

    /** The one with that name, or the only one with that section; case does not matter. */
    public Optional<Exemption> find(String idOrSection) {
        throw new UnsupportedOperationException();
    }

    /**
     * What is proposed for a kind of personal data.
     *
     * @throws ReviewRefused when the file names none
     */
    public Exemption suggestedFor(PersonalData kind) {
        throw new UnsupportedOperationException();
    }
}
