package org.muniment.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.people.Person;

/** A person of the directory as commands show it. Days are ISO 8601. */
public record ShownPerson(
        String id,
        String name,
        String custodian,
        List<String> addresses,
        String role,
        String site,
        String employee,
        @Nullable String hired,
        @Nullable String separated,
        boolean inLatestFile) {
    public static ShownPerson of(Person person) {
        return new ShownPerson(
                person.id().value(),
                person.name(),
                person.custodian().address(),
                person.addresses(),
                person.role(),
                person.site(),
                person.employee(),
                person.hired() == null ? null : person.hired().toString(),
                person.separated() == null ? null : person.separated().toString(),
                person.isListed());
    }

    /** In one line. */
    void say(Terminal terminal) {
        terminal.say(
                "%-6s %-30s %-34s %s%s",
                id,
                Terminal.plain(name),
                Terminal.plain(custodian),
                separated == null ? Terminal.plain(role) : "separated " + separated,
                inLatestFile ? "" : "  (not in the latest file)");
    }

    public void print(Terminal terminal) {
        ShownHold.line(terminal, "Person", id + "  " + name);
        ShownHold.line(terminal, "Mailbox", custodian);
        ShownHold.line(
                terminal,
                "Also",
                addresses.size() == 1 ? "no other address" : String.join(", ", addresses.subList(1, addresses.size())));
        ShownHold.line(terminal, "Role", role.isEmpty() ? "not known" : role);
        ShownHold.line(terminal, "Site", site.isEmpty() ? "not known" : site);
        ShownHold.line(terminal, "Number", employee.isEmpty() ? "not known" : employee);
        ShownHold.line(terminal, "Hired", hired == null ? "not known" : hired);
        ShownHold.line(terminal, "Separated", separated == null ? "no" : separated);
        if (!inLatestFile) {
            terminal.say("The latest file of the directory does not name this person.");
        }
    }
}
