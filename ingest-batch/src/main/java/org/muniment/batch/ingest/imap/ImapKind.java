package org.muniment.batch.ingest.imap;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.Custodian;
import org.muniment.batch.ingest.IngestRequest.Custody;
import org.muniment.batch.ingest.imap.MailServer.Security;
import org.muniment.batch.ingest.sources.Account;
import org.muniment.batch.ingest.sources.Secret;
import org.muniment.batch.ingest.sources.SettingsProblem;
import org.muniment.batch.ingest.sources.SourceKind;
import org.muniment.batch.ingest.sources.SourceSettings;

/**
 * {@code type: imap}: accounts on one mail server.
 *
 * <pre>
 * - name: staff mail
 *   type: imap
 *   host: mail.district.example
 *   accounts:
 *     - custodian: principal@district.example
 *       user: principal               # how the server names the user; the custodian's address when absent
 *       password: {env: PRINCIPAL_PASSWORD}
 *     - custodian: counselor@district.example
 *       token: {file: counselor.token}
 * </pre>
 *
 * Or, in place of passwords: {@code master: archiver}, {@code master-password: {file: …}} and, where the server is not told
 * by {@code user*master}, {@code master-way: sasl} or {@code proxyauth}.
 */
public final class ImapKind implements SourceKind {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    @Override
    public String type() {
        return "imap";
    }

    private record Master(String name, Secret password, Login.Way way) {}

    @Override
    public List<Account> accounts(SourceSettings settings) throws SettingsProblem {
        MailServer server = server(settings);
        Optional<Master> master = master(settings);
        List<Account> accounts = new ArrayList<>();
        for (SourceSettings one : settings.entries("accounts")) {
            accounts.add(account(server, master, one));
        }
        if (accounts.isEmpty()) {
            throw settings.problem(
                    "accounts",
                    "It names no account",
                    "Write accounts: and below it entries with - custodian: ADDRESS");
        }
        return accounts;
    }

    private static Account account(MailServer server, Optional<Master> master, SourceSettings one)
            throws SettingsProblem {
        Custodian custodian = one.custodian("custodian");
        String user = one.find("user").orElse(custodian.address());
        ImapSource source = new ImapSource(new MailAccount(server, login(user, master, one)), custodian, PAUSE);
        return new Account(source, new Custody.One(custodian), source::check);
    }

    private static Login login(String user, Optional<Master> master, SourceSettings one) throws SettingsProblem {
        Optional<Secret> password = one.findSecret("password");
        Optional<Secret> token = one.findSecret("token");
        if (password.isPresent() && token.isPresent()) {
            throw one.problem("token", "The account has a password and a token", "Keep the one the server takes");
        }
        if (password.isPresent()) {
            return new Login.Password(user, password.orElseThrow());
        }
        if (token.isPresent()) {
            return new Login.Token(user, token.orElseThrow());
        }
        return master.<Login>map(by -> new Login.Master(user, by.name(), by.password(), by.way()))
                .orElseThrow(() -> one.problem(
                        "custodian",
                        "It is not told how to log in as " + user,
                        "Write password: or token: here, or master: and master-password: for the server"));
    }

    private static Optional<Master> master(SourceSettings settings) throws SettingsProblem {
        Optional<String> name = settings.find("master");
        Login.Way way = settings.choice("master-way", Login.Way.class, Login.Way.SEPARATOR);
        Optional<Secret> password = settings.findSecret("master-password");
        if (name.isPresent() != password.isPresent()) {
            throw settings.problem(
                    name.isPresent() ? "master" : "master-password",
                    "master and master-password go together",
                    "Write both, or none");
        }
        return name.isPresent()
                ? Optional.of(new Master(name.orElseThrow(), password.orElseThrow(), way))
                : Optional.empty();
    }

    private static MailServer server(SourceSettings settings) throws SettingsProblem {
        String host = settings.text("host");
        Security security = settings.choice("security", Security.class, Security.TLS);
        int port = (int) settings.whole("port", 1, 65_535, security.port());
        @Nullable Path authority = settings.has("ca-file") ? settings.path("ca-file") : null;
        if (!settings.flag("allow-plain", false) && security == Security.PLAIN) {
            throw settings.problem(
                    "security",
                    "Without TLS everyone on the way reads passwords and mail",
                    "Write security: tls or starttls; or, within one machine, allow-plain: true");
        }
        return new MailServer(host, port, security, authority, settings.period("timeout", Duration.ofMinutes(2)));
    }
}
