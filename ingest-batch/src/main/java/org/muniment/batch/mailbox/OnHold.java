package org.muniment.batch.mailbox;

import java.util.Locale;
import java.util.Set;
import org.muniment.archive.hold.LegalHold;
import org.muniment.archive.hold.StandingHolds;
import org.muniment.archive.item.Custodian;

/**
 * Whether a person's mailbox is to be left alone for a legal hold: when a binding hold names the person, or names nobody
 * and so covers all. Days and terms of the hold are not asked: what its custodian keeps may be evidence of more than its
 * words say.
 */
final class OnHold {
    private OnHold() {}

    static boolean is(Custodian custodian, StandingHolds standing) {
        return standing.holds().stream().anyMatch(hold -> covers(hold, custodian));
    }

    private static boolean covers(LegalHold hold, Custodian custodian) {
        Set<Custodian> named = hold.scope().custodians();
        return named.isEmpty() || named.stream().anyMatch(one -> names(one.address(), custodian.address()));
    }

    /** A hold may name a person by a part of the address. */
    private static boolean names(String named, String address) {
        return named.equals(address) || (named.indexOf('@') < 0 && address.contains(named.toLowerCase(Locale.ROOT)));
    }
}
