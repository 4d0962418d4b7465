package org.muniment.archive.access;

import java.util.Set;
import org.muniment.archive.ledger.Officer;

/**
 * A role that waits for a second person before it counts.
 *
 * @param user the account
 * @param person who would have it
 * @param by who gave it
 */
public record RoleGrant(String user, Officer person, Role role, Officer by) {
    /** What reads others' mail: given by an administrator, it counts when another person has confirmed it. */
    static final Set<Role> READING = Set.of(Role.CLERK, Role.LEGAL, Role.RECORDS_OFFICER);

    /** Who may confirm it. */
    static final Set<Role> CONFIRMING = Set.of(Role.ADMINISTRATOR, Role.RECORDS_OFFICER, Role.AUDITOR);

    /** @throws AccessRefused when one person would read mail and also look after the machine, or after who reads mail */
    static void check(Set<Role> roles) {
        boolean reads = roles.stream().anyMatch(READING::contains);
        if (reads && roles.contains(Role.ADMINISTRATOR)) {
            throw new AccessRefused(
                    "Whoever looks after the machine does not read others' mail: an administrator is not"
                            + " also records clerk, legal or records officer");
        }
        if (reads && roles.contains(Role.AUDITOR)) {
            throw new AccessRefused("An auditor looks at who read mail, and so does not read it: an auditor is not also"
                    + " records clerk, legal or records officer");
        }
    }
}
