package org.muniment.api.web.mine;

import java.util.Optional;
import org.muniment.api.search.Mail;
import org.muniment.api.search.SeenItem;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.NotThere;
import org.muniment.api.web.Who;
import org.muniment.api.web.admin.RestoreWork;
import org.muniment.api.web.items.Place;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;
import org.muniment.batch.mailbox.RegisteredMailbox;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Puts an own item that the purge took out of the mailbox back into its inbox. */
@Controller
@Allowed(Role.STAFF)
class SendBackPages {
    private final Archive archive;
    private final SentBack sentBack;
    private final RestoreWork work;

    SendBackPages(Archive archive, SentBack sentBack, RestoreWork work) {
        this.archive = archive;
        this.sentBack = sentBack;
        this.work = work;
    }

    @PostMapping("/mine/items/{id}/inbox")
    String send(@PathVariable String id, Who who) {
        SeenItem seen = Mail.own(archive, who.own()).find(Place.id(id)).orElseThrow(NotThere::new);
        RegisteredMailbox mailbox = sentBack.of(seen, who)
                .flatMap(offer -> Optional.ofNullable(offer.mailbox()))
                .orElseThrow(NotThere::new);
        return "redirect:/jobs/" + work.sendBack(seen.id(), mailbox, who, "/mine/items/" + seen.id());
    }
}
