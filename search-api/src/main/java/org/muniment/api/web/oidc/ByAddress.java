package org.muniment.api.web.oidc;

import java.util.Objects;
import org.muniment.api.web.Say;
import org.muniment.archive.Archive;
import org.muniment.archive.access.SignIn;
import org.muniment.archive.access.User;
import org.muniment.archive.ledger.Officer;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * The account of whom the provider signed in: the one with the mail address that the provider vouches for. None is ever
 * made here. Safe for many threads.
 */
final class ByAddress implements OAuth2UserService<OidcUserRequest, OidcUser> {
    private static final Officer ACCOUNTS = new Officer("The district's own accounts");

    private final Archive archive;
    private final Provider provider;
    private final OidcUserService told = new OidcUserService();
    private final Say say;

    ByAddress(Archive archive, Provider provider) {
        this.archive = archive;
        this.provider = provider;
        this.say = new Say(archive.settings().zone());
        told.setRetrieveUserInfo(request -> request.getIdToken().getEmail() == null);
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        Vouched vouched = Vouched.of(told.loadUser(request).getClaims());
        if (!vouched.isOf(provider.domain())) {
            throw SignInWords.refused(SignInWords.ELSEWHERE, "Another organization's account");
        }
        String address = vouched.address()
                .orElseThrow(() -> SignInWords.refused(SignInWords.UNVERIFIED, "No address that was verified"));
        SignIn outcome = Objects.requireNonNull(archive.access()
                .signIns()
                .signInByAddress(address, archive.clock().instant()));
        return switch (outcome) {
            case SignIn.SignedIn in -> entered(in.user(), request.getIdToken());
            case SignIn.LockedUntil locked ->
                throw SignInWords.refused(
                        SignInWords.LOCKED,
                        "There were too many wrong passwords. Try again after " + say.time(locked.until())
                                + ", or ask an administrator for a new link.");
            case SignIn.Wrong wrong -> throw SignInWords.refused(SignInWords.NOBODY, "No active account");
        };
    }

    private OidcUser entered(User user, OidcIdToken token) {
        if (!user.isVouchedFor()) {
            archive.catalogue()
                    .transactions()
                    .executeWithoutResult(status -> archive.access()
                            .users()
                            .vouch(user.name(), ACCOUNTS, archive.clock().instant()));
        }
        return new DistrictPerson(user.name(), token);
    }
}
