package org.muniment.api.web.oidc;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.muniment.api.web.SingleSignOn;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Signing in by OpenID Connect Core 1.0, section 3.1: the code flow, with state, nonce and PKCE (RFC 7636). The provider's
 * tokens are used at once and not kept, but for the one by which people sign out of it.
 */
final class OidcSignIn implements SingleSignOn {
    /** Where the provider sends people back to. */
    static final String BACK = "/sign-in/back";

    /** Sends people to the provider; {@link ToProviderPage} comes before. */
    static final String TO = "/sign-in/to";

    private final Provider provider;
    private final FoundProvider found;
    private final ByAddress accounts;
    private final String address;

    /** @param address of these pages, without a slash at the end; empty for what the browser has */
    OidcSignIn(Provider provider, FoundProvider found, ByAddress accounts, String address) {
        this.provider = provider;
        this.found = found;
        this.accounts = accounts;
        this.address = address;
    }

    @Override
    public String path() {
        return ToProviderPage.PATH;
    }

    @Override
    public String name() {
        return provider.name();
    }

    @Override
    public void join(HttpSecurity http) {
        SignInWords words = new SignInWords(provider);
        DefaultOAuth2AuthorizationRequestResolver requests = new DefaultOAuth2AuthorizationRequestResolver(found, TO);
        requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        RestClientAuthorizationCodeTokenResponseClient tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(RestClient.builder()
                .requestFactory(FoundProvider.patient())
                .configureMessageConverters(converters -> converters
                        .registerDefaults()
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        http.oauth2Login(login -> login.loginPage("/sign-in")
                .clientRegistrationRepository(found)
                .authorizedClientRepository(new NothingKept())
                .failureHandler(words)
                .authorizationEndpoint(there -> there.authorizationRequestResolver(requests))
                .redirectionEndpoint(back -> back.baseUri(BACK))
                .tokenEndpoint(token -> token.accessTokenResponseClient(tokens))
                .userInfoEndpoint(person -> person.oidcUserService(accounts)));
    }

    /** OpenID Connect RP-Initiated Logout 1.0, section 2. */
    @Override
    public Optional<URI> signOut(Authentication signedIn, HttpServletRequest request) {
        if (!(signedIn.getPrincipal() instanceof DistrictPerson person)) {
            return Optional.empty();
        }
        return found.ask()
                .map(one -> one.getProviderDetails().getConfigurationMetadata().get("end_session_endpoint"))
                .map(there -> UriComponentsBuilder.fromUriString(there.toString())
                        .queryParam("id_token_hint", person.token().getTokenValue())
                        .queryParam("post_logout_redirect_uri", "{back}")
                        .encode()
                        .build(here(request) + "/sign-in"));
    }

    private String here(HttpServletRequest request) {
        return address.isEmpty()
                ? ServletUriComponentsBuilder.fromContextPath(request).build().toUriString()
                : address;
    }
}
