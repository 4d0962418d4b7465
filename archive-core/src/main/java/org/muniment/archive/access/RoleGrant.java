package org.muniment.archive.access;

import java.util.Set;
import org.muniment.archive.ledger.Officer;

/**
 * A role that waits for a second person before it counts.
 *
 * @param user the account
 * @param person who would have it
 * @param by who gave it
 * @param address the account's, whose mail is the person's own
 */
public record RoleGrant(String user, Officer person, Role role, Officer by, String address) {
    /** What reads others' mail. */
    static final Set<Role> READING = Set.of(Role.CLERK, Role.LEGAL, Role.RECORDS_OFFICER);

    /** Given by an administrator, these need another person: {@link Role#STAFF} reads the mail of the address. */
    static final Set<Role> SECOND = Set.of(Role.CLERK, Role.LEGAL, Role.RECORDS_OFFICER, Role.STAFF);

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
