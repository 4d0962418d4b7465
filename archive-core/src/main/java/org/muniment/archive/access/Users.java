package org.muniment.archive.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.muniment.archive.ledger.AccessStep;
import org.muniment.archive.ledger.Ledger;
import org.muniment.archive.ledger.Officer;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The register of accounts: whose they are and what they may do. A role that reads others' mail,
 * given by an administrator, counts when a second person has confirmed it, and so does whose the address is, and with it the
 * own mail (decisions/0025). Changes run in the caller's transaction.
 * Safe for many threads and processes.
 */
public final class Users {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9._-]{1,31}");
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,255}");

    private final JdbcTemplate writer;
    private final JdbcTemplate reader;
    private final Ledger ledger;

    /**
     * @param writer where changes are made, in the caller's transaction
     * @param reader where committed state is read
     * @param ledger where every change of who may do what is noted, in the same transaction
     */
    public Users(DataSource writer, DataSource reader, Ledger ledger) {
        this.writer = new JdbcTemplate(writer);
        this.reader = new JdbcTemplate(reader);
        this.ledger = ledger;
    }

    /** Everybody, by name. */
    public List<User> list() {
        return select(reader, "order by name");
    }

    /** The account of a name, in any case of letters. */
    public Optional<User> find(String name) {
        return find(reader, name);
    }

    /** The account of the person with a mail address, in any case of letters. */
    public Optional<User> ofAddress(String address) {
        return select(reader, "where address = ?", lower(address)).stream().findFirst();
    }

    /** Roles that wait for a second person, by account. */
    public List<RoleGrant> waiting() {
        return grants(reader, "order by account, role");
    }

    private static List<RoleGrant> grants(JdbcTemplate jdbc, String more, Object... values) {
        return jdbc.query(
                "select account, officer, role, given_by, address from account_role join account on name = account"
                        + " where confirmed_by = '' and (role <> 'STAFF' or not exists (select 1 from account_role other"
                        + " where other.account = name and other.role <> 'STAFF' and other.confirmed_by = '')) " + more,
                (row, number) -> new RoleGrant(
                        row.getString(1),
                        new Officer(row.getString(2)),
                        Role.valueOf(row.getString(3)),
                        new Officer(row.getString(4)),
                        row.getString(5)),
                values);
    }

    /** As the one who asks sees it. */
    static Optional<User> find(JdbcTemplate jdbc, String name) {
        return select(jdbc, "where name = ?", lower(name)).stream().findFirst();
    }

    /**
     * Adds an account, without a password: nobody can sign in with it yet.
     *
     * @throws AccessRefused when the name, the person or the address has one already, or the name is none
     */
    public User add(String name, Officer officer, String address, Set<Role> roles, Officer by, Instant at) {
        String known = lower(name);
        if (!NAME.matcher(known).matches()) {
            throw new AccessRefused(
                    "An account's name is 2 to 32 letters, digits, dots and dashes, not '" + name + "'");
        }
        String mail = lower(address);
        if (!ADDRESS.matcher(mail).matches()) {
            throw new AccessRefused("A person is known by a mail address of the district, not by '" + address + "'");
        }
        User user = new User(known, officer, mail, roles, User.State.INVITED, false);
        RoleGrant.check(user.roles());
        taken(user).ifPresent(other -> {
            throw new AccessRefused("There is an account for this person, name or address already: " + other.name());
        });
        writer.update(
                "insert into account (name, officer, person, address, state, password, failures, locked_until, added,"
                        + " added_by) values (?, ?, ?, ?, ?, '', 0, 0, ?, ?)",
                user.name(),
                officer.name(),
                person(officer),
                user.address(),
                user.state().name(),
                at.toEpochMilli(),
                by.name());
        give(user, user.roles(), by);
        User added = existing(known);
        ledger.append(List.of(new AccessStep.UserAdded(at, subject(user), officer.name(), rolesOf(added), by.name())));
        return added;
    }

    private void give(User user, Set<Role> roles, Officer by) {
        boolean needsSecond = needsSecond(user, by);
        roles.forEach(role -> writer.update(
                "insert into account_role (account, role, given_by, confirmed_by) values (?, ?, ?, ?)",
                user.name(),
                role.name(),
                by.name(),
                needsSecond && RoleGrant.SECOND.contains(role) ? "" : by.name()));
    }

    /** An administrator's word alone is not enough as soon as there is somebody else who could confirm it. */
    private boolean needsSecond(User user, Officer by) {
        List<User> active = select(writer, "where state = 'ACTIVE'");
        return active.stream()
                        .anyMatch(one ->
                                one.officer().isSamePersonAs(by) && one.roles().contains(Role.ADMINISTRATOR))
                && active.stream()
                        .anyMatch(one -> !one.officer().isSamePersonAs(by)
                                && !one.name().equals(user.name())
                                && one.roles().stream().anyMatch(RoleGrant.CONFIRMING::contains));
    }

    /** As the caller's transaction sees it. */
    User existing(String name) {
        return find(writer, name).orElseThrow(() -> new AccessRefused("There is no account '" + name + "'"));
    }

    private String rolesOf(User user) {
        List<RoleGrant> waiting = grants(writer, "and account = ? order by role", user.name());
        return words(user.roles())
                + (waiting.isEmpty()
                        ? ""
                        : "; to be confirmed: "
                                + waiting.stream()
                                        .map(one -> one.role().words())
                                        .collect(Collectors.joining(", ")));
    }

    private static String subject(User user) {
        return "user " + user.name();
    }

    private static String words(Set<Role> roles) {
        return roles.stream().map(Role::words).sorted().collect(Collectors.joining(", "));
    }

    /**
     * Gives an account these roles instead of those it has.
     *
     * @throws AccessRefused when it is the officer's own, or the last administrator's, or the roles do not go together
     */
    public User changeRoles(String name, Set<Role> roles, Officer by, Instant at) {
        User was = other(name, by);
        User now = new User(was.name(), was.officer(), was.address(), roles, was.state(), was.isVouchedFor());
        if (!now.roles().contains(Role.ADMINISTRATOR)) {
            keepAnAdministrator(was);
        }
        RoleGrant.check(now.roles());
        Set<Role> added = EnumSet.copyOf(now.roles());
        Set<Role> known = given(was.name());
        added.removeAll(known);
        known.stream()
                .filter(role -> !now.roles().contains(role))
                .forEach(role -> writer.update(
                        "delete from account_role where account = ? and role = ?", was.name(), role.name()));
        give(now, added, by);
        return rolesChanged(was.name(), by, at);
    }

    private Set<Role> given(String name) {
        Set<Role> given = EnumSet.noneOf(Role.class);
        writer.queryForList("select role from account_role where account = ?", String.class, name)
                .forEach(role -> given.add(Role.valueOf(role)));
        return given;
    }

    private User rolesChanged(String name, Officer by, Instant at) {
        User changed = existing(name);
        ledger.append(List.of(new AccessStep.RolesChanged(at, subject(changed), rolesOf(changed), by.name())));
        return changed;
    }

    /**
     * Confirms a role that waits for a second person; it counts from now on.
     *
     * @throws AccessRefused when it does not wait, or this is who gave it or would have it
     */
    public User confirmRole(String name, Role role, Officer by, Instant at) {
        RoleGrant grant = grants(writer, "and account = ? and role = ?", lower(name), role.name()).stream()
                .findFirst()
                .orElseThrow(() ->
                        new AccessRefused("No role of " + name + " as " + role.words() + " waits to be confirmed"));
        if (by.isSamePersonAs(grant.by()) || by.isSamePersonAs(grant.person())) {
            throw new AccessRefused("A role that reads others' mail is confirmed by another person than " + grant.by()
                    + ", who gave it, and " + grant.person() + ", who would have it");
        }
        writer.update(
                "update account_role set confirmed_by = ?"
                        + " where account = ? and confirmed_by = '' and role in (?, 'STAFF')",
                by.name(),
                grant.user(),
                role.name());
        return rolesChanged(grant.user(), by, at);
    }

    /**
     * Notes that the district's own accounts vouch for whose the address is. No change where somebody did before.
     *
     * @param by who they are
     */
    public void vouch(String name, Officer by, Instant at) {
        int changed = writer.update(
                "update account_role set confirmed_by = ? where account = ? and role = 'STAFF' and confirmed_by = ''",
                by.name(),
                lower(name));
        if (changed > 0) {
            rolesChanged(lower(name), by, at);
        }
    }

    /**
     * Closes an account, or opens it again.
     *
     * @throws AccessRefused when it is the officer's own, or the last administrator's
     */
    public void switchTo(boolean active, String name, Officer by, Instant at) {
        User was = other(name, by);
        if (!active) {
            keepAnAdministrator(was);
        }
        writer.update(
                "update account set failures = 0, locked_until = 0, state = case when ? = 0 then 'DISABLED'"
                        + " when password = '' then 'INVITED' else 'ACTIVE' end where name = ?",
                active ? 1 : 0,
                was.name());
        ledger.append(List.of(new AccessStep.UserSwitched(
                at, subject(was), (active ? User.State.ACTIVE : User.State.DISABLED).name(), by.name())));
    }

    /** Nobody widens or ends what they may do themselves. */
    private User other(String name, Officer by) {
        User found = existing(name);
        if (found.officer().isSamePersonAs(by)) {
            throw new AccessRefused("Nobody changes their own account's roles or state. Another administrator can.");
        }
        return found;
    }

    private void keepAnAdministrator(User leaving) {
        boolean another = select(writer, "").stream()
                .filter(user -> !user.name().equals(leaving.name()))
                .anyMatch(user -> user.isActive() && user.roles().contains(Role.ADMINISTRATOR));
        if (leaving.isActive() && leaving.roles().contains(Role.ADMINISTRATOR) && !another) {
            throw new AccessRefused("This is the last administrator. Give another account that role first.");
        }
    }

    private Optional<User> taken(User user) {
        return select(writer, "").stream()
                .filter(other -> other.name().equals(user.name())
                        || other.address().equals(user.address())
                        || other.officer().isSamePersonAs(user.officer()))
                .findFirst();
    }

    private static List<User> select(JdbcTemplate jdbc, String where, Object... values) {
        return jdbc.query(
                "select name, officer, address, state, (select coalesce(string_agg(role, ','), '') from account_role r"
                        + " where r.account = account.name and confirmed_by <> '') from account " + where,
                Users::user,
                values);
    }

    private static User user(ResultSet row, int number) throws SQLException {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Stream.of(row.getString(5).split(","))
                .filter(role -> !role.isEmpty())
                .forEach(role -> roles.add(Role.valueOf(role)));
        return new User(
                row.getString(1),
                new Officer(row.getString(2)),
                row.getString(3),
                roles,
                User.State.valueOf(row.getString(4)),
                roles.contains(Role.STAFF));
    }

    private static String person(Officer officer) {
        int comma = officer.name().indexOf(',');
        return (comma < 0 ? officer.name() : officer.name().substring(0, comma))
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
