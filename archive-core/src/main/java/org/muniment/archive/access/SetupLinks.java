package org.muniment.archive.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.muniment.archive.ledger.AccessStep;
import org.muniment.archive.ledger.Ledger;
import org.muniment.archive.ledger.Officer;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Links by which a person chooses a password: the first one, or another when it is lost. Each is good once, for a day, and
 * only the latest of an account. Changes run in the caller's transaction. Safe for many threads and processes.
 */
public final class SetupLinks {
    /** How long a link is good. */
    public static final Duration GOOD_FOR = Duration.ofDays(1);

    private final JdbcTemplate writer;
    private final Users users;
    private final SignIns signIns;
    private final Ledger ledger;

    /**
     * @param users whose links they are
     * @param signIns where a password is set
     * @param ledger where each is noted, in the same transaction: whoever has a link can be that person
     */
    public SetupLinks(DataSource writer, Users users, SignIns signIns, Ledger ledger) {
        this.writer = new JdbcTemplate(writer);
        this.users = users;
        this.signIns = signIns;
        this.ledger = ledger;
    }

    /**
     * Makes a link for an account.
     *
     * @throws AccessRefused when there is none of the name, or it is disabled
     */
    public Secret make(String name, Officer by, Instant at) {
        User user = users.existing(name);
        if (user.state() == User.State.DISABLED) {
            throw new AccessRefused("The account " + user.name() + " is closed: open it again first");
        }
        Secret secret = Secret.fresh();
        writer.update("delete from setup_link where account = ?", user.name());
        writer.update(
                "insert into setup_link (account, secret, lapses) values (?, ?, ?)",
                user.name(),
                secret.digest(),
                at.plus(GOOD_FOR).toEpochMilli());
        ledger.append(List.of(new AccessStep.LinkMade(at, "user " + user.name(), by.name())));
        return secret;
    }

    /** Whose link it is; empty when it is none, was used, or has lapsed. */
    public Optional<User> find(String secret, Instant at) {
        return writer
                .queryForList(
                        "select account from setup_link where secret = ? and lapses > ?",
                        String.class,
                        new Secret(secret).digest(),
                        at.toEpochMilli())
                .stream()
                .findFirst()
                .map(users::existing)
                .filter(user -> user.state() != User.State.DISABLED);
    }

    /**
     * Uses a link up: sets the password's hash.
     *
     * @throws AccessRefused when it is none, was used, or has lapsed
     */
    public User use(String secret, String hash, Instant at) {
        User user = find(secret, at)
                .orElseThrow(() -> new AccessRefused(
                        "This link was used already, or has lapsed. Ask an administrator for another."));
        int used = writer.update("delete from setup_link where secret = ?", new Secret(secret).digest());
        if (used == 0) {
            throw new AccessRefused("This link was used already. Ask an administrator for another.");
        }
        signIns.choosePassword(user.name(), hash);
        return user;
    }
}
