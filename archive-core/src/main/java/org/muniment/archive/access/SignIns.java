package org.muniment.archive.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How people of the register sign in: passwords, kept as hashes that the caller makes, and locks after wrong ones. Changes run
 * in the caller's transaction. Safe for many threads and processes.
 */
public final class SignIns {
    private static final int FREE_FAILURES = 5;
    private static final Duration LONGEST_LOCK = Duration.ofHours(1);

    private final JdbcTemplate writer;
    private final JdbcTemplate reader;
    private final Users users;

    /**
     * @param writer where changes are made, in the caller's transaction
     * @param reader where committed state is read
     */
    public SignIns(DataSource writer, DataSource reader, Users users) {
        this.writer = new JdbcTemplate(writer);
        this.reader = new JdbcTemplate(reader);
        this.users = users;
    }

    /** Sets the password's hash; an invited account becomes active by it, a locked one is open again. */
    public void choosePassword(String name, String hash) {
        int changed = writer.update(
                "update account set password = ?, failures = 0, locked_until = 0,"
                        + " state = case state when 'INVITED' then 'ACTIVE' else state end where name = ?",
                hash,
                Users.lower(name));
        if (changed == 0) {
            throw new AccessRefused("There is no account " + name);
        }
    }

    /**
     * Signs a person in. From the fifth wrong password on, each locks the account for twice as long as the one before, at
     * most an hour. A name that is unknown costs as much as one that is known.
     *
     * @param matches whether the password that was given is that of a hash; asked once, whatever the name
     */
    public SignIn signIn(String name, Predicate<String> matches, Instant at) {
        Optional<User> found = Users.find(writer, name).filter(User::isActive);
        List<Kept> kept = writer.query(
                "select password, failures, locked_until from account where name = ?",
                (row, number) -> new Kept(row.getString(1), row.getInt(2), row.getLong(3)),
                Users.lower(name));
        Kept secret = found.isPresent() && !kept.isEmpty() ? kept.getFirst() : Kept.NOBODY;
        if (secret.lockedUntil() > at.toEpochMilli()) {
            return new SignIn.LockedUntil(Instant.ofEpochMilli(secret.lockedUntil()));
        }
        boolean right = matches.test(secret.password());
        if (found.isEmpty()) {
            return new SignIn.Wrong();
        }
        return right ? entered(found.orElseThrow()) : failed(found.orElseThrow(), secret.failures() + 1, at);
    }

    /**
     * The hash of an account's password, to try one before {@link #signIn} takes the writers' turn: trying takes long. Of an
     * unknown or inactive name one of a password that nobody knows.
     */
    public String hashOf(String name) {
        return reader
                .queryForList(
                        "select password from account where name = ? and state = 'ACTIVE'",
                        String.class,
                        Users.lower(name))
                .stream()
                .findFirst()
                .orElse(Kept.NOBODY.password());
    }

    /**
     * Signs in the person with a mail address, whom somebody else has made sure of. An account that wrong passwords locked
     * stays locked. Changes nothing.
     *
     * @param address in any case of letters
     */
    public SignIn signInByAddress(String address, Instant at) {
        Optional<User> found = users.ofAddress(address).filter(User::isActive);
        long until = found.map(user -> reader.queryForObject(
                        "select locked_until from account where name = ?", Long.class, user.name()))
                .orElse(0L);
        if (until > at.toEpochMilli()) {
            return new SignIn.LockedUntil(Instant.ofEpochMilli(until));
        }
        return found.<SignIn>map(SignIn.SignedIn::new).orElseGet(SignIn.Wrong::new);
    }

    private SignIn entered(User user) {
        writer.update("update account set failures = 0, locked_until = 0 where name = ?", user.name());
        return new SignIn.SignedIn(user);
    }

    private SignIn failed(User user, int failures, Instant at) {
        long until = failures < FREE_FAILURES
                ? 0
                : at.plus(lock(failures - FREE_FAILURES)).toEpochMilli();
        writer.update("update account set failures = ?, locked_until = ? where name = ?", failures, until, user.name());
        return new SignIn.Wrong();
    }

    private static Duration lock(int doublings) {
        Duration lock = Duration.ofMinutes(1L << Math.min(doublings, 6));
        return lock.compareTo(LONGEST_LOCK) > 0 ? LONGEST_LOCK : lock;
    }

    /** @param password its hash */
    private record Kept(String password, int failures, long lockedUntil) {
        /** The hash of a password that nobody knows, so that an unknown name takes as long to refuse. */
        static final Kept NOBODY = new Kept(
                "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$ZpQ1Zk6h0p4m2bqz1G8vJ0VZJ4G1n5C7d6s2QnQn3kU",
                0,
                0);
    }
}
