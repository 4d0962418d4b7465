package org.muniment.batch.ingest.web;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muniment.archive.Archive;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.web.WebAccount;
import org.muniment.batch.ingest.IngestRequest.Custody;
import org.muniment.batch.ingest.sources.SettingsProblem;
import org.muniment.batch.ingest.sources.SourceSettings;

/** What the kinds of web sources ask of an entry in the same way. */
public final class WebKinds {
    private WebKinds() {}

    /** How the web is asked: {@code user-agent}, {@code pause}, {@code patience}, {@code largest-mb}, {@code ports}, {@code allow-private}. */
    public static WebTerms terms(SourceSettings settings) throws SettingsProblem {
        WebTerms usual = WebTerms.DEFAULT;
        Set<Integer> ports = new HashSet<>();
        for (String port : settings.texts("ports")) {
            if (!port.matches("[1-9][0-9]{0,4}") || Integer.parseInt(port) > 65_535) {
                throw settings.problem("ports", "'" + port + "' is no port", "Write numbers from 1 to 65535");
            }
            ports.add(Integer.valueOf(port));
        }
        return new WebTerms(
                settings.find("user-agent").orElse(usual.agent()),
                settings.period("pause", usual.pause()),
                settings.period("patience", usual.patience()),
                settings.whole("largest-mb", 1, 2_000, usual.largest() >> 20) << 20,
                settings.flag("allow-private", usual.allowPrivate()),
                ports.isEmpty() ? usual.ports() : ports);
    }

    /** Web addresses of a key. */
    public static List<URI> addresses(SourceSettings settings, String key) throws SettingsProblem {
        List<URI> addresses = new ArrayList<>();
        for (String text : settings.texts(key)) {
            addresses.add(CrawlPlan.canonical(text)
                    .orElseThrow(() -> settings.problem(
                            key, "'" + text + "' is no web address", "Write it as in https://www.district.example/")));
        }
        return addresses;
    }

    /** Whose items they are: {@code custodian}, else the account, else the site each stood on. */
    public static Custody custody(SourceSettings settings, String account) throws SettingsProblem {
        if (settings.has("custodian")) {
            return new Custody.One(settings.custodian("custodian"));
        }
        return account.isEmpty()
                ? new Custody.BySite(new Custodian(settings.name()))
                : new Custody.One(new Custodian(account));
    }

    /** The account an entry refers to, in lower case; empty for none. */
    public static String account(SourceSettings settings) throws SettingsProblem {
        return settings.find("account").orElse("").strip().toLowerCase(Locale.ROOT);
    }

    /** Whether the district may speak through the account; nothing when it may, or none is named. */
    public static Optional<String> authorised(Archive archive, String account) {
        if (account.isEmpty()) {
            return Optional.empty();
        }
        Optional<WebAccount> registered = archive.web().accounts().named(account);
        if (registered.isEmpty()) {
            return Optional.of("The account " + account
                    + " is not in the register. Enter it with: muniment accounts request " + account);
        }
        return registered.filter(WebAccount::isAuthorised).isPresent()
                ? Optional.empty()
                : Optional.of("The account " + account + " is not authorised: "
                        + registered.get().state() + ". See: muniment accounts show " + account);
    }

    /** Whether an address answers. */
    public static Optional<String> answers(Archive archive, WebTerms terms, URI address) {
        WebTerms once = new WebTerms(
                terms.agent(), Duration.ZERO, terms.patience(), 64 << 10, terms.allowPrivate(), terms.ports());
        WebClient client = new WebClient(once, NameLookup.SYSTEM, archive.reading(), archive.clock());
        try (WebAnswer answer = client.get(address, Map.of())) {
            return answer.status() < 400
                    ? Optional.empty()
                    : Optional.of(address + ": the server answered " + answer.status() + ". Correct the address.");
        } catch (java.io.IOException e) {
            return Optional.of(address + " could not be read: " + e.getMessage());
        }
    }
}
