package org.muniment.api.web.mine;

import org.muniment.api.web.Allowed;
import org.muniment.api.web.Who;
import org.muniment.api.web.items.Place;
import org.muniment.archive.access.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Puts an own item that the purge took out of the mailbox back into its inbox. */
@Controller
@Allowed(Role.STAFF)
class SendBackPages {
    private final SentBack sentBack;

    SendBackPages(SentBack sentBack) {
        this.sentBack = sentBack;
    }

    @PostMapping("/mine/items/{id}/inbox")
    String send(@PathVariable String id, Who who) {
        return "redirect:/jobs/" + sentBack.send(Place.id(id), who);
    }
}
