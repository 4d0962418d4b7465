package org.muniment.api.rest;

import org.muniment.api.web.Allowed;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Area;
import org.muniment.archive.access.Role;
import org.muniment.archive.access.RoleGrant;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Roles that read others' mail and wait for a second person, who confirms them at the account. */
@RestController
@RequestMapping(ApiSecurity.ROOT + "/grants")
@Allowed({Role.ADMINISTRATOR, Role.RECORDS_OFFICER, Role.AUDITOR})
@For(Area.ADMIN)
class GrantsApi {
    private final Archive archive;
    private final Answers answers;

    GrantsApi(Archive archive, Answers answers) {
        this.archive = archive;
        this.answers = answers;
    }

    /**
     * A role that waits.
     *
     * @param by who gave it
     * @param address the account's, whose mail is the person's own
     * @param own whether the person who asks gave it or is to have it, and so can't confirm it
     */
    record Grant(String user, String person, String role, String by, String address, boolean own) {
        static Grant of(RoleGrant one, Who who) {
            return new Grant(
                    one.user(),
                    one.person().name(),
                    one.role().words(),
                    one.by().name(),
                    one.address(),
                    one.by().isSamePersonAs(who.officer()) || one.person().isSamePersonAs(who.officer()));
        }
    }

    @GetMapping
    @Does(value = "Roles that wait for a second person", gives = Grant.class, many = true)
    ResponseEntity<byte[]> waiting(Who who) {
        return answers.all(archive.access().users().waiting().stream()
                .map(one -> Grant.of(one, who))
                .toList());
    }
}
