package org.muniment.api.web;

import java.util.Set;
import org.muniment.archive.access.Role;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.ledger.Officer;

/**
 * The person who asks, as of this request.
 *
 * @param user the name of the account
 * @param name as letters and the ledger name the person, with title
 * @param roles what the person may do; everybody has {@link Role#STAFF}
 * @param own the mailboxes that are the person's own, by every address
 */
public record Who(String user, String name, Set<Role> roles, Set<Custodian> own) {
    public Who {
        roles = Set.copyOf(roles);
        own = Set.copyOf(own);
    }

    /** The person as one who acts for the district. */
    public Officer officer() {
        return new Officer(name);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether the person has one of these roles. */
    public boolean isAny(Role... some) {
        return Set.of(some).stream().anyMatch(roles::contains);
    }

    /** Whether the person may read others' mail, for a purpose. */
    public boolean readsOthers() {
        return isAny(Role.CLERK, Role.LEGAL, Role.RECORDS_OFFICER);
    }
}
