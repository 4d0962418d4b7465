package org.muniment.archive.review;

import java.util.Locale;
import java.util.Set;

/** Where private people have their mail, and names in front of the @ that are no person's. */
final class MailProviders {
    private static final Set<String> PROVIDERS = Set.of(
            "gmail.com",
            "googlemail.com",
            "yahoo.com",
            "yahoo.es",
            "yahoo.com.mx",
            "ymail.com",
            "rocketmail.com",
            "hotmail.com",
            "hotmail.es",
            "outlook.com",
            "outlook.es",
            "live.com",
            "msn.com",
            "icloud.com",
            "me.com",
            "mac.com",
            "aol.com",
            "aim.com",
            "comcast.net",
            "sbcglobal.net",
            "pacbell.net",
            "att.net",
            "verizon.net",
            "cox.net",
            "charter.net",
            "spectrum.net",
            "earthlink.net",
            "frontier.com",
            "juno.com",
            "netzero.net",
            "proton.me",
            "protonmail.com",
            "gmx.com",
            "mail.com",
            "zoho.com",
            "hey.com",
            "fastmail.com",
            "qq.com",
            "163.com");
    private static final Set<String> ROLES = Set.of(
            "info",
            "office",
            "sales",
            "support",
            "billing",
            "accounting",
            "admin",
            "contact",
            "help",
            "noreply",
            "no-reply",
            "donotreply",
            "orders",
            "service",
            "press",
            "media",
            "news",
            "newsletter",
            "registration",
            "events",
            "webmaster",
            "postmaster",
            "pta",
            "boosters");

    private MailProviders() {}

    /** Whether an address is one of a person at such a provider. */
    static boolean isPersonal(String address) {
        int at = address.lastIndexOf('@');
        return PROVIDERS.contains(address.substring(at + 1).toLowerCase(Locale.ROOT))
                && !ROLES.contains(address.substring(0, at).toLowerCase(Locale.ROOT));
    }
}
