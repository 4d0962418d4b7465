package org.muniment.archive.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.ledger.Ledger;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.store.Digest;
import org.muniment.archive.web.WebAccount.Asked;
import org.muniment.archive.web.WebAccount.Kind;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The register of the district's accounts on the web. Rows are only ever added. Changes run in the caller's transaction.
 * Safe for many threads and processes.
 */
public final class WebAccounts {
    private static final int LONGEST = 2_000;

    private final JdbcTemplate writer;
    private final JdbcTemplate reader;
    private final Ledger ledger;
    private final ZoneId zone;

    /**
     * @param writer where changes are made, in the caller's transaction
     * @param reader where committed state is read
     * @param ledger where every change is noted, in the same transaction
     * @param zone where the agency's days begin and end
     */
    public WebAccounts(DataSource writer, DataSource reader, Ledger ledger, ZoneId zone) {
        this.writer = new JdbcTemplate(writer);
        this.reader = new JdbcTemplate(reader);
        this.ledger = ledger;
        this.zone = zone;
    }

    /**
     * Enters a written request.
     *
     * @throws AccountRefused when something is missing, the day is still to come, or the name is one of an account that is
     *     authorised or waits for its answer
     */
    public WebAccount request(Asked asked, Officer by, Instant at) {
        Asked tidy = tidy(asked);
        if (tidy.requested().isAfter(LocalDate.ofInstant(at, zone))) {
            throw new AccountRefused(
                    "A request is entered when it was made: " + tidy.requested() + " is still to come");
        }
        AccountRows rows = new AccountRows(writer);
        long number = rows.next();
        rows.named(tidy.name())
                .filter(one -> one.isOpen() || one.isAuthorised())
                .ifPresent(one -> {
                    throw new AccountRefused(
                            "There is an account " + one.asked().name() + " already, " + one.state()
                                    + ". Choose another name, or end that one first.");
                });
        rows.add(number, tidy, by, millis(at));
        ledger.append(List.of(
                new CustodyEvent.AccountRequested(at, AccountRows.id(number), digest(tidy.toString()), by.name())));
        return rows.named(tidy.name()).orElseThrow();
    }

    private static Asked tidy(Asked asked) {
        String name = asked.name().strip().toLowerCase(Locale.ROOT);
        if (!name.matches("[a-z0-9][a-z0-9.-]{0,59}")) {
            throw new AccountRefused(
                    "An account is named by 1 to 60 lower case letters, digits, dots and hyphens, such as"
                            + " lincoln-facebook; not '" + asked.name() + "'");
        }
        return new Asked(
                name,
                line(asked.platform(), "The platform"),
                line(asked.address(), "The address"),
                line(asked.purpose(), "The purpose"),
                line(asked.requester(), "Who asks"),
                asked.requested());
    }

    /**
     * Records an answer.
     *
     * @param words the explanation; only an approval may be without
     * @throws AccountRefused when there is no such account, it was answered, the explanation is missing, or whoever asked
     *     would authorise
     */
    public WebAccount answer(String name, Kind kind, String words, Officer by, Instant at) {
        AccountRows rows = new AccountRows(writer);
        rows.lock();
        WebAccount account = rows.named(name.strip().toLowerCase(Locale.ROOT))
                .orElseThrow(
                        () -> new AccountRefused("There is no account '" + name + "'; see: muniment accounts list"));
        refuse(account, kind, by);
        String why = kind == Kind.APPROVED && words.isBlank() ? "" : line(words, "The explanation");
        rows.answer(account, kind, why, by, millis(at));
        ledger.append(List.of(new CustodyEvent.AccountDecided(at, account.id(), kind.name(), digest(why), by.name())));
        return rows.named(account.asked().name()).orElseThrow();
    }

    private static void refuse(WebAccount account, Kind kind, Officer by) {
        boolean ends = kind == Kind.ENDED;
        if (ends && !account.isAuthorised()) {
            throw new AccountRefused(
                    "Only an authorised account can end; " + account.asked().name() + " is " + account.state());
        }
        if (!ends && !account.isOpen()) {
            throw new AccountRefused(account.asked().name() + " was answered: " + account.state()
                    + ". Enter a new request to have it decided again.");
        }
        if (!ends && by.isSamePersonAs(new Officer(account.asked().requester()))) {
            throw new AccountRefused("Whoever asks for an account does not authorise it; another officer must");
        }
    }

    /** The latest request of that name, in any case of letters. */
    public Optional<WebAccount> named(String name) {
        return new AccountRows(reader).named(name.strip().toLowerCase(Locale.ROOT));
    }

    /** All requests, oldest first. */
    public List<WebAccount> all() {
        return new AccountRows(reader).all();
    }

    private static String line(String text, String what) {
        String line = text.strip().replaceAll("\\s+", " ");
        if (line.isEmpty() || line.length() > LONGEST) {
            throw new AccountRefused(what + " is missing, or longer than " + LONGEST + " characters");
        }
        return line;
    }

    private static Instant millis(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS);
    }

    private static String digest(String text) {
        return Digest.of(text.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
