package org.muniment.api.web.oidc;

import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** The provider does not answer now. */
final class ProviderAway extends OAuth2AuthenticationException {
    private static final long serialVersionUID = 1L;

    ProviderAway(Provider provider) {
        super(new OAuth2Error(SignInWords.AWAY), provider + " does not answer");
    }
}
