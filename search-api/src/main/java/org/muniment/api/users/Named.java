package org.muniment.api.users;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.muniment.api.Choice;
import org.muniment.api.WrongUsage;
import org.muniment.archive.access.Role;
import org.muniment.archive.ledger.Officer;

/** Reads what a command names, or says what is wrong with it. */
final class Named {
    private Named() {}

    static Officer officer(String option, String name) {
        try {
            return new Officer(name);
        } catch (IllegalArgumentException wrong) {
            throw new WrongUsage(option + ": " + wrong.getMessage());
        }
    }

    /** Roles as people type them: {@code clerk,records-officer}. */
    static Set<Role> roles(List<String> names) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        names.stream().filter(name -> !name.isBlank()).map(Named::role).forEach(roles::add);
        return roles;
    }

    static Role role(String name) {
        return Choice.of("role", Role.values(), Named::word, name);
    }

    static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
