package org.muniment.archive.access;

import java.util.EnumSet;
import java.util.Set;
import org.muniment.archive.ledger.Officer;

/**
 * An account: one for each person.
 *
 * @param name what the person signs in with; lower case
 * @param officer the person, as letters and the ledger name the person
 * @param address the person's mail address in the directory; lower case
 * @param roles what the person may do; {@link Role#STAFF} always
 * @param state where the account stands
 * @param isVouchedFor whether a second person, or the district's own accounts, said that the address is the person's: there
 *     is no own mail before
 */
public record User(String name, Officer officer, String address, Set<Role> roles, State state, boolean isVouchedFor) {
    /** Where an account stands. */
    public enum State {
        /** The person has not chosen a password yet. */
        INVITED,
        ACTIVE,
        DISABLED
    }

    public User {
        Set<Role> all = EnumSet.of(Role.STAFF);
        all.addAll(roles);
        roles = Set.copyOf(all);
    }

    public boolean isActive() {
        return state == State.ACTIVE;
    }
}
