package org.muniment.batch.holding;

import java.util.List;
import java.util.Set;
import org.muniment.archive.Archive;
import org.muniment.archive.hold.HoldScope;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.people.Person;
import org.muniment.archive.query.Field;
import org.muniment.archive.query.ItemQuery;

/** The mailboxes that a scope names. */
public final class Mailboxes {
    private Mailboxes() {}

    /** Those of which the archive has nothing: collected later, or an address that is wrong. In their order. */
    public static List<String> neverCollected(Archive archive, HoldScope scope) {
        return scope.custodians().stream()
                .filter(custodian -> !isAlias(archive, custodian, scope))
                .sorted()
                .map(Custodian::address)
                .filter(address -> archive.index().count(new ItemQuery.Is(Field.CUSTODIAN, address)) == 0)
                .toList();
    }

    /** Mail to an alias is filed under the person's mailbox: that there is none under the alias says nothing. */
    private static boolean isAlias(Archive archive, Custodian custodian, HoldScope scope) {
        return archive.people()
                .find(custodian.address())
                .map(Person::custodian)
                .filter(first -> !first.equals(custodian) && scope.custodians().contains(first))
                .isPresent();
    }

    /**
     * Whose mailbox an address is, with every other address of the person; the address alone when nobody knows it. Mail to an
     * alias is filed under the mailbox, and the other way round: a hold on one address means the person.
     */
    public static Set<Custodian> ofPerson(Archive archive, String address) {
        return address.indexOf('@') < 0
                ? Set.of(new Custodian(address))
                : archive.people()
                        .find(address)
                        .map(Person::custodians)
                        .orElseGet(() -> Set.of(new Custodian(address)));
    }
}
