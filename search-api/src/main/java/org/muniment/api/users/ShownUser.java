package org.muniment.api.users;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.muniment.api.Terminal;
import org.muniment.archive.Archive;
import org.muniment.archive.access.RoleGrant;
import org.muniment.archive.access.Secret;
import org.muniment.archive.access.User;

/**
 * An account as commands show it.
 *
 * @param waiting roles that a second person must confirm
 * @param link the path of the page where the password is chosen; null where none was made
 */
public record ShownUser(
        String name,
        String person,
        String address,
        String state,
        List<String> roles,
        List<String> waiting,
        @Nullable String link) {
    /** @param link that was made just now; null for none */
    public static ShownUser of(User user, Archive archive, @Nullable Secret link) {
        return new ShownUser(
                user.name(),
                user.officer().name(),
                user.address(),
                user.state().name().toLowerCase(Locale.ROOT),
                user.roles().stream().sorted().map(Named::word).toList(),
                archive.access().users().waiting().stream()
                        .filter(one -> one.user().equals(user.name()))
                        .map(RoleGrant::role)
                        .map(Named::word)
                        .toList(),
                link == null ? null : "/welcome/" + link.text());
    }

    void print(Terminal terminal) {
        terminal.say("%-16s %-9s %s", name, state, Terminal.plain(person));
        terminal.sayWrapped(
                "    ",
                address + "; " + String.join(", ", roles)
                        + (waiting.isEmpty()
                                ? ""
                                : "; to be confirmed by a second person: " + String.join(", ", waiting)));
        if (link != null) {
            terminal.say("Give this person the link, at the server's address; it is good once, until tomorrow:");
            terminal.say("  %s", link);
        }
    }
}
