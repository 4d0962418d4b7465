package org.muniment.archive.index;

import java.util.List;
import java.util.Set;
import org.muniment.archive.item.Address;
import org.muniment.archive.item.Collection;
import org.muniment.archive.item.Correspondents;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.item.Item;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.ItemText;
import org.muniment.archive.item.Parsed;
import org.muniment.archive.item.Reading;
import org.muniment.archive.item.Unreadable;

/**
 * What one person may know of the archive: the items collected from any mailbox of theirs, and of those what they could see
 * in it. One object may have come from many mailboxes, and a journal names blind recipients to nobody but the archive: so of
 * an item only the own collections are shown, and whoever did not write it sees no blind recipient but themselves. A search
 * with this sight answers in everything as an archive would that has nothing but {@link #shown(ItemDocument)} of the own items.
 *
 * @param mailboxes every address the person's mail may be filed under; none sees nothing
 * @param hidden items that are not shown although they are the person's own, as those that wait for their destruction
 */
public record Own(Set<Custodian> mailboxes, Set<ItemId> hidden) {
    public Own {
        mailboxes = Set.copyOf(mailboxes);
        hidden = Set.copyOf(hidden);
    }

    /** With nothing hidden. */
    public Own(Set<Custodian> mailboxes) {
        this(mailboxes, Set.of());
    }

    /** Whether any of an item's collections is from a mailbox of the person's, and the item is not hidden. */
    public boolean sees(ItemId item, List<Collection> collections) {
        return !hidden.contains(item) && collections.stream().anyMatch(one -> mailboxes.contains(one.custodian()));
    }

    /** Those of these collections that are from a mailbox of the person's. */
    public List<Collection> shown(List<Collection> collections) {
        return collections.stream()
                .filter(one -> mailboxes.contains(one.custodian()))
                .toList();
    }

    /** Whether the person wrote it. */
    public boolean wrote(Item item) {
        return item.people().from().stream().anyMatch(this::is);
    }

    /** The item without what its transport told of other recipients, unless the person wrote it. */
    public Item shown(Item item) {
        return wrote(item)
                ? item
                : new Item(
                        item.id(),
                        item.digest(),
                        item.size(),
                        item.kind(),
                        item.dates(),
                        shown(item.people()),
                        item.subject(),
                        item.threading(),
                        item.attachments(),
                        item.coverage(),
                        item.duplicateGroup());
    }

    /** An item with the own collections alone, and without what {@link #shown(Item)} hides. */
    public ItemDocument shown(ItemDocument document) {
        return new ItemDocument(shown(document.reading()), shown(document.collections()));
    }

    private Reading shown(Reading reading) {
        ItemText text = reading.text();
        return switch (reading) {
            case Parsed parsed -> new Parsed(shown(parsed.item()), text);
            case Unreadable unreadable -> new Unreadable(shown(unreadable.item()));
        };
    }

    private Correspondents shown(Correspondents people) {
        return new Correspondents(
                people.from(),
                people.to(),
                people.cc(),
                themselves(people.bcc()),
                themselves(people.envelope()),
                themselves(people.exchange()));
    }

    private List<Address> themselves(List<Address> addresses) {
        return addresses.stream()
                .filter(this::is)
                .map(one -> new Address("", one.address()))
                .toList();
    }

    private boolean is(Address address) {
        return mailboxes.stream().anyMatch(own -> own.address().equalsIgnoreCase(address.address()));
    }
}
