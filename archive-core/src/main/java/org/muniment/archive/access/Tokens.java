package org.muniment.archive.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The register of personal access tokens. A token is 256 random bits, shown once and kept as its SHA-256. Changes run in the
 * caller's transaction. Safe for many threads and processes.
 */
public final class Tokens {
    private static final String PREFIX = "mun_";
    private static final int LONGEST_DAYS = 366;
    private static final Duration COARSE = Duration.ofMinutes(1);
    private static final String SELECT =
            "select number, account, name, scopes, made, ends, revoked, last_used from access_token ";

    private final JdbcTemplate writer;
    private final JdbcTemplate reader;
    private final ZoneId zone;

    /**
     * @param writer where changes are made
     * @param reader where committed state is read
     * @param zone the agency's, in which a token's last day ends
     */
    public Tokens(DataSource writer, DataSource reader, ZoneId zone) {
        this.writer = new JdbcTemplate(writer);
        this.reader = new JdbcTemplate(reader);
        this.zone = zone;
    }

    /**
     * A token that was just made.
     *
     * @param secret what the program sends; it can't be shown again
     */
    public record Made(Token token, String secret) {}

    /**
     * Makes one.
     *
     * @param ends the last day on which it is good, at most a year from now
     * @throws AccessRefused when it has no name or no scope, or ends too late or before today
     */
    public Made make(String account, String name, Set<Scope> scopes, LocalDate ends, Instant at) {
        LocalDate today = LocalDate.ofInstant(at, zone);
        if (name.isBlank() || name.length() > 80) {
            throw new AccessRefused("Say in a few words what the token is for");
        }
        if (scopes.isEmpty()) {
            throw new AccessRefused("A token is for something: name its scopes");
        }
        if (ends.isBefore(today) || ends.isAfter(today.plusDays(LONGEST_DAYS))) {
            throw new AccessRefused("A token is good for at most a year, from today on; not until " + ends);
        }
        byte[] bits = new byte[32];
        new SecureRandom().nextBytes(bits);
        String secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        Long number = writer.queryForObject(
                "insert into access_token (number, account, name, digest, scopes, made, ends)"
                        + " values ((select coalesce(max(number), 0) + 1 from access_token), ?, ?, ?, ?, ?, ?)"
                        + " returning number",
                Long.class,
                account,
                name.strip(),
                digest(secret),
                new TreeSet<>(scopes).stream().map(Scope::toString).collect(Collectors.joining(",")),
                at.toEpochMilli(),
                ends.toEpochDay());
        return new Made(find(writer, "where number = ?", number).orElseThrow(), secret);
    }

    /** The token that a program sent, when it is good; nothing tells why another one is not. */
    public Optional<Token> good(String secret, Instant at) {
        return find(reader, "where digest = ?", digest(secret))
                .filter(token -> token.isGoodOn(LocalDate.ofInstant(at, zone)));
    }

    /** Whether {@link #used} is to be called. */
    public boolean isNews(Token token, Instant at) {
        Instant last = token.lastUsed();
        return last == null || last.plus(COARSE).isBefore(at);
    }

    /** Notes when it was last used. */
    public void used(Token token, Instant at) {
        writer.update("update access_token set last_used = ? where number = ?", at.toEpochMilli(), token.number());
    }

    /** A person's tokens, the newest first, also those that are good no more. */
    public List<Token> of(String account) {
        return reader.query(SELECT + "where account = ? order by number desc", Tokens::from, account);
    }

    /**
     * Takes a token back; at once no program can use it.
     *
     * @throws AccessRefused when the person has no such token
     */
    public void revoke(String account, long number, Instant at) {
        int changed = writer.update(
                "update access_token set revoked = coalesce(revoked, ?) where account = ? and number = ?",
                at.toEpochMilli(),
                account,
                number);
        if (changed == 0) {
            throw new AccessRefused("You have no token number " + number);
        }
    }

    private static Optional<Token> find(JdbcTemplate jdbc, String where, @Nullable Object value) {
        return jdbc.query(SELECT + where, Tokens::from, value).stream().findFirst();
    }

    private static byte[] digest(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static Token from(ResultSet row, int number) throws SQLException {
        return new Token(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                Scope.parse(row.getString(4)),
                Instant.ofEpochMilli(row.getLong(5)),
                LocalDate.ofEpochDay(row.getLong(6)),
                time(row, 7),
                time(row, 8));
    }

    private static @Nullable Instant time(ResultSet row, int column) throws SQLException {
        long time = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(time);
    }
}
