package org.muniment.archive.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The tokens of people. Changes run in the caller's transaction. Safe for many threads and processes.
 */
public final class Tokens {
    private static final int LONGEST_DAYS = 366;
    private static final Duration TO_THE_MINUTE = Duration.ofMinutes(1);
    private static final String COLUMNS =
            "select number, account, label, scope, made, last_day, ended, used, areas from access_token ";

    private final JdbcTemplate writer;
    private final JdbcTemplate reader;
    private final ZoneId zone;

    /**
     * @param writer where changes are made, in the caller's transaction
     * @param reader where committed state is read
     * @param zone where the agency's days begin and end
     */
    public Tokens(DataSource writer, DataSource reader, ZoneId zone) {
        this.writer = new JdbcTemplate(writer);
        this.reader = new JdbcTemplate(reader);
        this.zone = zone;
    }

    /** A token that was made, and its secret, which is never shown again. */
    public record Made(Token token, Secret secret) {}

    /** Makes a token that is good in all areas alike. */
    public Made make(String account, String label, Token.Scope scope, LocalDate lastDay, Instant at) {
        return make(account, label, Reach.whole(scope), lastDay, at);
    }

    /**
     * Makes a token.
     *
     * @param label 1 to 100 characters
     * @param lastDay from today to a year on
     * @throws AccessRefused when the label or the day is not so
     */
    public Made make(String account, String label, Reach reach, LocalDate lastDay, Instant at) {
        LocalDate today = LocalDate.ofInstant(at, zone);
        String line = label.strip().replaceAll("\\s+", " ");
        if (line.isEmpty() || line.length() > 100) {
            throw new AccessRefused("Name the token by what uses it, in 1 to 100 characters");
        }
        if (lastDay.isBefore(today) || lastDay.isAfter(today.plusDays(LONGEST_DAYS))) {
            throw new AccessRefused("A token ends within a year from today, not on " + lastDay);
        }
        writer.update("update access_count set latest = latest + 1 where name = 'tokens'");
        long number = Objects.requireNonNull(
                writer.queryForObject("select latest from access_count where name = 'tokens'", Long.class));
        Secret secret = Secret.fresh();
        writer.update(
                "insert into access_token (number, account, label, scope, secret, made, last_day, ended, used, areas)"
                        + " values (?, ?, ?, ?, ?, ?, ?, 0, 0, ?)",
                number,
                account,
                line,
                reach.most().name(),
                secret.digest(),
                at.toEpochMilli(),
                lastDay.toEpochDay(),
                reach.text());
        Instant made = at.truncatedTo(ChronoUnit.MILLIS);
        return new Made(new Token(number, account, line, reach, made, lastDay, null, null), secret);
    }

    /** The token of a secret, when it is good now; its use is noted, to the minute, so that reading seldom writes. */
    public Optional<Token> use(String secret, Instant at) {
        Optional<Token> found =
                reader.query(COLUMNS + "where secret = ?", Tokens::token, new Secret(secret).digest()).stream()
                        .findFirst()
                        .filter(token -> token.isGoodOn(LocalDate.ofInstant(at, zone)));
        found.filter(token -> isNews(token.used(), at))
                .ifPresent(token -> writer.update(
                        "update access_token set used = ? where number = ?", at.toEpochMilli(), token.number()));
        return found;
    }

    private static boolean isNews(@Nullable Instant used, Instant at) {
        return used == null || used.plus(TO_THE_MINUTE).isBefore(at);
    }

    /** A person's tokens, the latest first. */
    public List<Token> of(String account) {
        return reader.query(COLUMNS + "where account = ? order by number desc", Tokens::token, account);
    }

    /**
     * Takes a token back; one that was taken back already is no error.
     *
     * @return whether the person has a token of that number
     */
    public boolean end(String account, long number, Instant at) {
        writer.update(
                "update access_token set ended = ? where account = ? and number = ? and ended = 0",
                at.toEpochMilli(),
                account,
                number);
        return of(account).stream().anyMatch(token -> token.number() == number);
    }

    private static Token token(ResultSet row, int number) throws SQLException {
        return new Token(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                Reach.read(Token.Scope.valueOf(row.getString(4)), row.getString(9)),
                Instant.ofEpochMilli(row.getLong(5)),
                LocalDate.ofEpochDay(row.getLong(6)),
                time(row.getLong(7)),
                time(row.getLong(8)));
    }

    private static @Nullable Instant time(long millis) {
        return millis == 0 ? null : Instant.ofEpochMilli(millis);
    }
}
