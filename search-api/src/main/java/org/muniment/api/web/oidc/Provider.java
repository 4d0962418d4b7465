package org.muniment.api.web.oidc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.muniment.api.WrongUsage;
import org.springframework.core.env.Environment;

/**
 * Who signs the district's people in, as the settings {@code muniment.oidc.*} name it.
 *
 * @param name what people call these accounts, for the button
 * @param issuer as its metadata and its tokens name it (OpenID Connect Discovery 1.0, section 3)
 * @param client the id under which it knows this archive
 * @param secret that goes with the id
 * @param scopes what it is asked for; {@code openid} and {@code email} always
 * @param domain the Google {@code hd} or Microsoft {@code tid} that people must be of; empty for any
 */
record Provider(String name, String issuer, String client, String secret, Set<String> scopes, String domain) {
    static final String ISSUER = "muniment.oidc.issuer";

    private static final String GOOGLE = "https://accounts.google.com";
    private static final String SECRET = "MUNIMENT_OIDC_CLIENT_SECRET";

    /** @throws WrongUsage when a setting is missing or wrong; the message names it */
    static Provider of(Environment settings) {
        String issuer = settings.getProperty(ISSUER, "").strip();
        if (!isSafe(issuer)) {
            throw new WrongUsage(ISSUER + " is the address of the district's provider and begins with https://, not '"
                    + issuer + "'");
        }
        String client = settings.getProperty("muniment.oidc.client-id", "").strip();
        if (client.isEmpty()) {
            throw new WrongUsage(
                    "muniment.oidc.client-id is needed: the id under which " + issuer + " knows this archive");
        }
        String domain = settings.getProperty("muniment.oidc.domain", "").strip();
        if (domain.isEmpty() && issuer.equals(GOOGLE)) {
            throw new WrongUsage("muniment.oidc.domain is needed with Google: the district's domain, such as"
                    + " district.example. Google answers for addresses of its own customers only");
        }
        return new Provider(
                settings.getProperty("muniment.oidc.name", "the district's account"),
                issuer,
                client,
                secret(settings),
                Set.copyOf(List.of(settings.getProperty("muniment.oidc.scopes", "openid,email")
                        .split("[,\\s]+"))),
                domain);
    }

    Provider {
        if (!scopes.containsAll(Set.of("openid", "email"))) {
            throw new WrongUsage("muniment.oidc.scopes has openid and email at least, not " + scopes);
        }
    }

    private static String secret(Environment settings) {
        if (settings.containsProperty("muniment.oidc.client-secret")) {
            throw new WrongUsage("The client secret does not belong into application.yaml. Put it into a file that only"
                    + " the server can read and name that in muniment.oidc.client-secret-file, or into the environment as "
                    + SECRET);
        }
        String file =
                settings.getProperty("muniment.oidc.client-secret-file", "").strip();
        String secret = file.isEmpty() ? settings.getProperty(SECRET, "") : read(Path.of(file));
        if (secret.isBlank()) {
            throw new WrongUsage(
                    "The provider's client secret is missing: name a file in muniment.oidc.client-secret-file, or set "
                            + SECRET + " in the environment");
        }
        return secret.strip();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new WrongUsage("muniment.oidc.client-secret-file: " + file + " can't be read");
        }
    }

    /** Whether an address may be asked: by TLS, or on this machine. */
    static boolean isSafe(String address) {
        try {
            URI uri = URI.create(address);
            return uri.getHost() != null
                    && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()) && isHere(uri.getHost()));
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    /** Told from the name alone: nothing is looked up. */
    private static boolean isHere(String host) {
        return host.equals("localhost")
                || host.matches("127(\\.\\d{1,3}){3}|\\[::1]")
                        && InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", ""))
                                .isLoopbackAddress();
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return name + " (" + issuer + ")";
    }
}
