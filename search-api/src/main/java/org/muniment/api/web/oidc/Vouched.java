package org.muniment.api.web.oidc;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says of a person.
 *
 * @param email the address; null when it told none
 * @param verified whether the provider says that the address is the person's
 * @param organization the Google Workspace domain ({@code hd}) or the Microsoft tenant ({@code tid}); empty for neither
 */
record Vouched(@Nullable String email, boolean verified, String organization) {
    /**
     * From the claims of OpenID Connect Core 1.0, section 5.1. Microsoft seldom tells {@code email_verified}; there the claim
     * {@code xms_edov}, which a district adds in its tenant, says that the domain of the address is the tenant's own.
     */
    static Vouched of(Map<String, Object> claims) {
        return new Vouched(
                claims.get("email") instanceof String email && !email.isBlank() ? email.strip() : null,
                isTrue(claims.get("email_verified")) || isTrue(claims.get("xms_edov")),
                String.valueOf(claims.getOrDefault("hd", claims.getOrDefault("tid", ""))));
    }

    /** Microsoft writes it as a boolean, as a number or as a text. */
    private static boolean isTrue(@Nullable Object claim) {
        return claim != null && String.valueOf(claim).matches("(?i)true|1");
    }

    /** The address, when the provider vouches for it. */
    Optional<String> address() {
        return verified ? Optional.ofNullable(email) : Optional.empty();
    }

    /** @param domain empty for any */
    boolean isOf(String domain) {
        return domain.isEmpty() || domain.equalsIgnoreCase(organization);
    }
}
