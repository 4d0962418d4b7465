package org.muniment.batch.ingest.journal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muniment.batch.ingest.sources.Account;
import org.muniment.batch.ingest.sources.SettingsProblem;
import org.muniment.batch.ingest.sources.SourceKind;
import org.muniment.batch.ingest.sources.SourceSettings;

/** {@code type: journal}: a port that mail servers send copies to. */
public final class JournalKind implements SourceKind {
    private static final long LARGEST = 150L << 20;
    private static final int CONNECTIONS = 50;
    private static final Duration LONGEST_PERIOD = Duration.ofDays(1);

    /** Whether mail must come over TLS. */
    private enum Tls {
        OFFERED,
        REQUIRED
    }

    @Override
    public String type() {
        return JournalSource.TYPE;
    }

    @Override
    public List<Account> accounts(SourceSettings settings) throws SettingsProblem {
        JournalSettings journal = journal(settings);
        JournalEntry entry = new JournalEntry(journal, domains(settings), settings.custodian("custodian"));
        return List.of(new Account(entry, entry.custody(Map.of()), () -> check(journal)));
    }

    private static JournalSettings journal(SourceSettings settings) throws SettingsProblem {
        InetSocketAddress smtp = listen(settings, "smtp");
        InetSocketAddress lmtp = listen(settings, "lmtp");
        if (smtp == null && lmtp == null) {
            throw settings.problem(
                    "type", "The journal listens nowhere", "Write smtp: 0.0.0.0:2525, or lmtp:, or both");
        }
        Certificate certificate = certificate(settings);
        Tls tls = settings.choice("tls", Tls.class, Tls.OFFERED);
        if (tls == Tls.REQUIRED && certificate == null) {
            throw settings.problem("tls", "TLS is required and there is no certificate", "Write certificate: and key:");
        }
        return new JournalSettings(
                settings.name(),
                smtp,
                lmtp,
                settings.find("host").orElse("archive"),
                certificate,
                tls == Tls.REQUIRED,
                new Admission(networks(settings), names(settings, "senders"), recipients(settings)),
                settings.whole("size", 1 << 16, Integer.MAX_VALUE, LARGEST),
                (int) settings.whole("connections", 1, 1000, CONNECTIONS),
                period(settings));
    }

    private static @Nullable InetSocketAddress listen(SourceSettings settings, String key) throws SettingsProblem {
        Optional<String> written = settings.find(key);
        if (written.isEmpty()) {
            return null;
        }
        String remedy = "Write address and port, such as 127.0.0.1:2525, or 0.0.0.0:2525 for every network card";
        String text = written.orElseThrow();
        int colon = text.lastIndexOf(':');
        try {
            int port = Integer.parseInt(text.substring(colon + 1));
            if (colon > 0 && port >= 0 && port <= 65_535) {
                return new InetSocketAddress(InetAddress.getByName(text.substring(0, colon)), port);
            }
        } catch (NumberFormatException | UnknownHostException e) {
            throw settings.problem(key, "'" + text + "' is no place to listen", remedy);
        }
        throw settings.problem(key, "'" + text + "' is no place to listen", remedy);
    }

    private static @Nullable Certificate certificate(SourceSettings settings) throws SettingsProblem {
        if (!settings.has("certificate") && !settings.has("key")) {
            return null;
        }
        return new Certificate(settings.path("certificate"), settings.path("key"));
    }

    private static List<Network> networks(SourceSettings settings) throws SettingsProblem {
        List<Network> networks = new ArrayList<>();
        for (String text : settings.texts("networks")) {
            try {
                networks.add(Network.parse(text));
            } catch (IllegalArgumentException e) {
                throw settings.problem("networks", String.valueOf(e.getMessage()), "Correct it");
            }
        }
        if (networks.isEmpty()) {
            throw settings.problem(
                    "networks",
                    "The journal names no network that may send",
                    "Write networks: with those of your mail servers, such as [192.0.2.0/24]");
        }
        return networks;
    }

    private static List<String> recipients(SourceSettings settings) throws SettingsProblem {
        List<String> recipients = names(settings, "recipients");
        if (recipients.isEmpty()) {
            throw settings.problem(
                    "recipients",
                    "The journal names no address that mail is taken for",
                    "Write recipients: [journal@archive.district.example], or @district.example for a whole domain");
        }
        return recipients;
    }

    private static List<String> names(SourceSettings settings, String key) throws SettingsProblem {
        List<String> names = settings.texts(key);
        for (String name : names) {
            if (!name.matches("[^\\s@<>]*@[^\\s@<>]+")) {
                throw settings.problem(
                        key, "'" + name + "' is no address", "Write name@district.example or @district.example");
            }
        }
        return names;
    }

    private static Set<String> domains(SourceSettings settings) throws SettingsProblem {
        List<String> domains = settings.texts("domains");
        for (String domain : domains) {
            if (!domain.matches("[A-Za-z0-9.-]+")) {
                throw settings.problem("domains", "'" + domain + "' is no domain", "Write it as district.example");
            }
        }
        return domains.stream().map(domain -> domain.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    private static Duration period(SourceSettings settings) throws SettingsProblem {
        Duration period = settings.period("period", Duration.ofHours(1));
        if (period.compareTo(Duration.ofMinutes(1)) < 0 || period.compareTo(LONGEST_PERIOD) > 0) {
            throw settings.problem("period", "The period is too short or too long", "Write 1 minute to 1 day");
        }
        return period;
    }

    private static Optional<String> check(JournalSettings journal) {
        Certificate certificate = journal.certificate();
        if (certificate != null) {
            try {
                certificate.context();
            } catch (IOException e) {
                return Optional.of("STARTTLS can't be offered: " + e.getMessage());
            }
        }
        return Stream.of(Optional.ofNullable(journal.smtp()), Optional.ofNullable(journal.lmtp()))
                .flatMap(Optional::stream)
                .flatMap(at -> unbindable(at).stream())
                .findFirst();
    }

    private static Optional<String> unbindable(InetSocketAddress at) {
        try (ServerSocket socket = new ServerSocket(at.getPort(), 1, at.getAddress())) {
            return socket.isBound() ? Optional.empty() : Optional.of("Nothing can listen at " + at);
        } catch (IOException e) {
            return Optional.of("Nothing can listen at " + at.getHostString() + ":" + at.getPort() + " ("
                    + e.getMessage() + "). If that is this journal at work, all is well; else free the port, or name"
                    + " another. Ports below 1024 need a right of their own.");
        }
    }
}
