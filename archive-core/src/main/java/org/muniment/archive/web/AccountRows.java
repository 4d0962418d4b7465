package org.muniment.archive.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.web.WebAccount.Answer;
import org.muniment.archive.web.WebAccount.Asked;
import org.muniment.archive.web.WebAccount.Kind;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows of accounts. A district has dozens: few enough to be read whole. */
final class AccountRows {
    private final JdbcTemplate jdbc;

    AccountRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    static String id(long number) {
        return "W" + number;
    }

    /** Takes the next number; whoever takes one waits for the other. */
    long next() {
        jdbc.update("update web_account_count set latest = latest + 1 where one = 1");
        Long latest = jdbc.queryForObject("select latest from web_account_count where one = 1", Long.class);
        return latest == null ? 1 : latest;
    }

    /** Whoever answers waits for the other, too. */
    void lock() {
        jdbc.update("update web_account_count set latest = latest where one = 1");
    }

    void add(long number, Asked asked, Officer by, Instant at) {
        jdbc.update(
                "insert into web_account (number, name, platform, address, purpose, requester, requested, entered,"
                        + " entered_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                number,
                asked.name(),
                asked.platform(),
                asked.address(),
                asked.purpose(),
                asked.requester(),
                asked.requested().toEpochDay(),
                at.toEpochMilli(),
                by.name());
    }

    void answer(WebAccount account, Kind kind, String words, Officer by, Instant at) {
        jdbc.update(
                "insert into web_account_answer (account, number, kind, words, at, officer) values (?, ?, ?, ?, ?, ?)",
                Long.parseLong(account.id().substring(1)),
                account.answers().size() + 1,
                kind.name(),
                words,
                at.toEpochMilli(),
                by.name());
    }

    List<WebAccount> all() {
        return jdbc.query(
                "select number, name, platform, address, purpose, requester, requested, entered, entered_by"
                        + " from web_account order by number",
                this::account);
    }

    /** The latest of that name. */
    Optional<WebAccount> named(String name) {
        return jdbc
                .query(
                        "select number, name, platform, address, purpose, requester, requested, entered, entered_by"
                                + " from web_account where name = ? order by number desc limit 1",
                        this::account,
                        name)
                .stream()
                .findFirst();
    }

    private WebAccount account(ResultSet row, int index) throws SQLException {
        long number = row.getLong(1);
        return new WebAccount(
                id(number),
                new Asked(
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        LocalDate.ofEpochDay(row.getLong(7))),
                Instant.ofEpochMilli(row.getLong(8)),
                new Officer(row.getString(9)),
                answers(number));
    }

    private List<Answer> answers(long number) {
        return jdbc.query(
                "select kind, words, at, officer from web_account_answer where account = ? order by number",
                (row, index) -> new Answer(
                        Kind.valueOf(row.getString(1)),
                        row.getString(2),
                        Instant.ofEpochMilli(row.getLong(3)),
                        new Officer(row.getString(4))),
                number);
    }
}
