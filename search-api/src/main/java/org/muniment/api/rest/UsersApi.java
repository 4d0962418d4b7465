package org.muniment.api.rest;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniment.api.users.ShownUser;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.NotThere;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Area;
import org.muniment.archive.access.Role;
import org.muniment.archive.access.User;
import org.muniment.archive.ledger.Officer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The people who sign in: invited, given roles, closed. Links to choose a password are made on the pages and by commands:
 * an answer is kept a day to be given again, and such a link is not to lie anywhere.
 */
@RestController
@RequestMapping(ApiSecurity.ROOT + "/users")
@Allowed(Role.ADMINISTRATOR)
@For(Area.ADMIN)
class UsersApi {
    private final Archive archive;
    private final Answers answers;

    UsersApi(Archive archive, Answers answers) {
        this.archive = archive;
        this.answers = answers;
    }

    /**
     * Somebody who is to sign in.
     *
     * @param name to sign in with
     * @param person name and title, as letters have it
     * @param address the mail address in the directory
     * @param roles such as {@code records-officer}; roles that read others' mail wait for a second person
     */
    record Invite(
            String name,
            String person,
            String address,
            @Nullable List<String> roles) {}

    /** @param roles all that the person is to have; staff is everybody */
    record Roles(List<String> roles) {}

    /** @param role that waits for a second person */
    record Confirm(String role) {}

    @GetMapping
    @Allowed({Role.ADMINISTRATOR, Role.AUDITOR})
    @Does(value = "All accounts, by name", gives = ShownUser.class, many = true)
    ResponseEntity<byte[]> list() {
        return answers.all(
                archive.access().users().list().stream().map(this::shown).toList());
    }

    @GetMapping("/{user}")
    @Allowed({Role.ADMINISTRATOR, Role.AUDITOR, Role.RECORDS_OFFICER})
    @Does(value = "An account, its roles and those that wait for a second person", gives = ShownUser.class)
    ResponseEntity<byte[]> show(@PathVariable String user) {
        return answers.one(shown(found(user)));
    }

    @PostMapping
    @Does(
            value = "Invites somebody; the person gets a link to choose a password from an administrator",
            takes = Invite.class,
            gives = ShownUser.class,
            status = 201)
    ResponseEntity<byte[]> invite(Who who, @RequestBody byte[] body) {
        Invite asked = answers.read(body, Invite.class);
        Set<Role> roles = roles(asked.roles() == null ? List.of() : asked.roles());
        Officer person = new Officer(Needed.of("person", asked.person()));
        User made = java.util.Objects.requireNonNull(archive.catalogue()
                .transactions()
                .execute(status -> archive.access()
                        .users()
                        .add(
                                Needed.of("name", asked.name()),
                                person,
                                Needed.of("address", asked.address()),
                                roles,
                                who.officer(),
                                archive.clock().instant())));
        return answers.made("/users/" + made.name(), shown(found(made.name())));
    }

    @PostMapping("/{user}/roles")
    @Does(value = "Gives an account these roles and no others", takes = Roles.class, gives = ShownUser.class)
    ResponseEntity<byte[]> change(
            Who who,
            @PathVariable String user,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody byte[] body) {
        List<String> names = answers.read(body, Roles.class).roles();
        if (names == null) {
            throw new IllegalArgumentException("roles is missing: [] for staff alone");
        }
        return done(
                user,
                match,
                known -> archive.access()
                        .users()
                        .changeRoles(
                                known.name(),
                                roles(names),
                                who.officer(),
                                archive.clock().instant()));
    }

    @PostMapping("/{user}/confirmation")
    @Allowed({Role.ADMINISTRATOR, Role.RECORDS_OFFICER, Role.AUDITOR})
    @Does(value = "The second person confirms a role that waits", takes = Confirm.class, gives = ShownUser.class)
    ResponseEntity<byte[]> confirm(
            Who who,
            @PathVariable String user,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody byte[] body) {
        Role role = Answers.word(
                Role.class, "role", answers.read(body, Confirm.class).role());
        return done(
                user,
                match,
                known -> archive.access()
                        .users()
                        .confirmRole(
                                known.name(),
                                role,
                                who.officer(),
                                archive.clock().instant()));
    }

    @PostMapping("/{user}/close")
    @Does(value = "Closes an account", takes = Nothing.class, gives = ShownUser.class)
    ResponseEntity<byte[]> close(
            Who who,
            @PathVariable String user,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody byte[] body) {
        return switched(false, who, user, match, body);
    }

    @PostMapping("/{user}/open")
    @Does(value = "Opens an account again", takes = Nothing.class, gives = ShownUser.class)
    ResponseEntity<byte[]> open(
            Who who,
            @PathVariable String user,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody byte[] body) {
        return switched(true, who, user, match, body);
    }

    private ResponseEntity<byte[]> switched(boolean open, Who who, String user, @Nullable String match, byte[] body) {
        answers.read(body, Nothing.class);
        return done(
                user,
                match,
                known -> archive.access()
                        .users()
                        .switchTo(
                                open,
                                known.name(),
                                who.officer(),
                                archive.clock().instant()));
    }

    private ResponseEntity<byte[]> done(String user, @Nullable String match, Consumer<User> step) {
        User known = found(user);
        answers.require(match, shown(known));
        archive.catalogue().transactions().executeWithoutResult(status -> step.accept(known));
        return show(user);
    }

    private static Set<Role> roles(List<String> names) {
        return names.stream()
                .map(name -> Answers.word(Role.class, "roles", name))
                .collect(Collectors.toSet());
    }

    private ShownUser shown(User user) {
        return ShownUser.of(user, archive, null);
    }

    private User found(String user) {
        return archive.access().users().find(user).orElseThrow(NotThere::new);
    }
}
