package org.muniment.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;

/**
 * Signing in by the district's own accounts, beside or instead of those that the archive keeps. There is one where the
 * settings name a provider, else none.
 */
public interface SingleSignOn {
    /** The page that the button of the sign-in page leads to. */
    String path();

    /** What people call the accounts, for the button. */
    String name();

    /** Takes part in the pages' security. */
    void join(HttpSecurity http);

    /** Where a person who signed out here signs out of the provider too; empty where it has no such page. */
    Optional<URI> signOut(Authentication signedIn, HttpServletRequest request);
}
