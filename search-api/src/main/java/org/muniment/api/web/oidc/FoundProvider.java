package org.muniment.api.web.oidc;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * What the provider says of itself, asked when somebody wants to sign in and not before, so that the server starts while
 * the provider is away (OpenID Connect Discovery 1.0). Asked again after a minute. Safe for many threads.
 */
final class FoundProvider implements ClientRegistrationRepository {
    /** The one registration's. */
    static final String ID = "district";

    private static final Logger LOG = Logger.getLogger(FoundProvider.class.getName());
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final ParameterizedTypeReference<Map<String, Object>> METADATA =
            new ParameterizedTypeReference<>() {};
    private static final Set<String> ADDRESSES =
            Set.of("authorization_endpoint", "token_endpoint", "jwks_uri", "userinfo_endpoint", "end_session_endpoint");

    private final Provider provider;
    private final String redirect;
    private final Clock clock;
    private final RestClient client =
            RestClient.builder().requestFactory(patient()).build();
    private @Nullable Asked last;

    /** @param redirect where it sends people back to, with {@code {baseUrl}} for the address that the browser has */
    FoundProvider(Provider provider, String redirect, Clock clock) {
        this.provider = provider;
        this.redirect = redirect;
        this.clock = clock;
    }

    private record Asked(Instant at, ClientRegistration told) {}

    /** Requests that end within seconds and go where they were sent, nowhere else. */
    static ClientHttpRequestFactory patient() {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
        requests.setReadTimeout(PATIENCE);
        return requests;
    }

    /** Asks, unless it answered within the last minute; empty while it does not answer, or not as it should. */
    synchronized Optional<ClientRegistration> ask() {
        Instant now = clock.instant();
        if (last != null && now.isBefore(last.at().plus(FRESH))) {
            return Optional.of(last.told());
        }
        try {
            last = new Asked(now, registration(metadata()));
            return Optional.of(last.told());
        } catch (RestClientException | IllegalArgumentException | IOException away) {
            LOG.warning("The sign-in provider " + provider.issuer() + " does not answer as it should: "
                    + away.getClass().getSimpleName());
            last = null;
            return Optional.empty();
        }
    }

    private Map<String, Object> metadata() throws IOException {
        Map<String, Object> metadata = client.get()
                .uri(provider.issuer().replaceAll("/$", "") + "/.well-known/openid-configuration")
                .retrieve()
                .body(METADATA);
        if (metadata == null || !provider.issuer().equals(metadata.get("issuer"))) {
            throw new IOException("It calls itself otherwise than the setting " + Provider.ISSUER);
        }
        for (String one : ADDRESSES) {
            if (metadata.get(one) instanceof String address && !Provider.isSafe(address)) {
                throw new IOException(one + " is no safe address");
            }
        }
        return metadata;
    }

    private ClientRegistration registration(Map<String, Object> metadata) {
        ClientRegistration.Builder known = ClientRegistrations.fromOidcConfiguration(metadata);
        // The default of the specification when the metadata is silent, and what both Google and Microsoft take.
        known.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        return known.registrationId(ID)
                .clientId(provider.client())
                .clientSecret(provider.secret())
                .clientName(provider.name())
                .scope(provider.scopes())
                .redirectUri(redirect)
                .build();
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        return id.equals(ID) ? ask().orElseThrow(() -> new ProviderAway(provider)) : null;
    }
}
