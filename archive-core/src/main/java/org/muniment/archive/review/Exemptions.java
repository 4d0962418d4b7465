package org.muniment.archive.review;

import java.util.List;
import java.util.Map;
import java.util.Objects;
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
     * @throws ExemptionsInvalid when one lacks its section, title or mark, two have one name, or a kind
     *     of personal data has none
     */
    public static Exemptions read(String yaml) {
        return new ExemptionReader().read(yaml);
    }

    /** All, in the order of the file. */
    public List<Exemption> all() {
        return all;
    }

    /** The one with that name, or the only one with that section; case does not matter. */
    public Optional<Exemption> find(String idOrSection) {
        String wanted = idOrSection.strip();
        List<Exemption> found = all.stream()
                .filter(one ->
                        one.id().equalsIgnoreCase(wanted) || one.section().equalsIgnoreCase(wanted))
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** What is proposed for a kind of personal data. */
    public Exemption suggestedFor(PersonalData kind) {
        return Objects.requireNonNull(suggested.get(kind), "A file of exemptions is complete");
    }
}
