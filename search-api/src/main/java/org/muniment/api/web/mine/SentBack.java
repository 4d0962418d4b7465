package org.muniment.api.web.mine;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniment.api.search.Mail;
import org.muniment.api.search.SeenItem;
import org.muniment.api.web.JobId;
import org.muniment.api.web.NotThere;
import org.muniment.api.web.Who;
import org.muniment.api.web.admin.RestoreWork;
import org.muniment.archive.Archive;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.batch.mailbox.RegisteredMailbox;
import org.muniment.batch.mailbox.RemovalRegister;
import org.springframework.stereotype.Component;

/** Which items of a person's own were taken out of the mailbox, and can go back into its inbox. Safe for many threads. */
@Component
public final class SentBack {
    private final Archive archive;
    private final RestoreWork work;

    SentBack(Archive archive, RestoreWork work) {
        this.archive = archive;
        this.work = work;
    }

    /**
     * An item that the mailbox purge removed.
     *
     * @param mailbox where it can go; null when that mailbox is not looked after any more
     */
    record Offer(@Nullable RegisteredMailbox mailbox) {}

    /** What is offered; empty when the purge never removed it from a mailbox of this person's. */
    Optional<Offer> of(SeenItem seen, Who who) {
        List<String> runs = archive.ledger().entriesFor(seen.id().value()).stream()
                .map(entry -> entry.event())
                .filter(CustodyEvent.RemovedFromMailbox.class::isInstance)
                .map(CustodyEvent.RemovedFromMailbox.class::cast)
                .map(CustodyEvent.RemovedFromMailbox::run)
                .toList();
        // Removed from somebody else's mailbox only: nothing is said of that.
        List<Long> own = new RemovalRegister(archive.catalogue().reader())
                .mailboxes(runs).stream()
                        .filter(one -> who.own().contains(one.custodian()))
                        .map(RemovalRegister.Purged::mailbox)
                        .toList();
        return own.isEmpty()
                ? Optional.empty()
                : Optional.of(new Offer(work.mailboxes().stream()
                        .filter(one -> own.contains(one.id()))
                        .findFirst()
                        .orElse(null)));
    }

    /**
     * Begins to put an own item back into the inbox of the mailbox that it was taken out of.
     *
     * @throws NotThere when it is no item of this person's, was not taken out, or its mailbox is not looked after any more
     */
    public JobId send(ItemId item, Who who) {
        SeenItem seen = Mail.own(archive, who.own()).find(item).orElseThrow(NotThere::new);
        RegisteredMailbox mailbox = of(seen, who)
                .flatMap(offer -> Optional.ofNullable(offer.mailbox()))
                .orElseThrow(NotThere::new);
        return work.sendBack(seen.id(), mailbox, who, "/mine/items/" + seen.id());
    }
}
