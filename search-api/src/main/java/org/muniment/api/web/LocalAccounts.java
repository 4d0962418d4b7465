package org.muniment.api.web;

import java.util.Optional;
import org.muniment.api.WrongUsage;
import org.muniment.archive.access.Role;
import org.muniment.archive.access.User;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Who may sign in with the name and password of an account here, by the setting {@code muniment.local-sign-in}. */
@Component
final class LocalAccounts {
    private static final String SETTING = "muniment.local-sign-in";

    private final boolean forAdministrators;
    private final Optional<SingleSignOn> district;

    LocalAccounts(@Value("${" + SETTING + "}") String who, Optional<SingleSignOn> district) {
        this.district = district;
        this.forAdministrators = switch (who.strip()) {
            case "all" -> false;
            case "administrators" -> true;
            default -> throw new WrongUsage(SETTING + " is all or administrators, not '" + who + "'");
        };
        if (forAdministrators && district.isEmpty()) {
            throw new WrongUsage(SETTING
                    + ": administrators leaves everybody else out as long as no muniment.oidc.issuer" + " is set");
        }
    }

    boolean areForAdministrators() {
        return forAdministrators;
    }

    boolean admit(User user) {
        return !forAdministrators || user.roles().contains(Role.ADMINISTRATOR);
    }

    /** Where the others go. */
    String elsewhere() {
        return "Passwords of this archive are for administrators. Sign in with "
                + district.map(SingleSignOn::name).orElse("the district's account") + ".";
    }
}
