package org.muniment.api.rest;

import org.muniment.api.web.Allowed;
import org.muniment.api.web.NotThere;
import org.muniment.api.web.Who;
import org.muniment.api.web.mine.SentBack;
import org.muniment.archive.access.Area;
import org.muniment.archive.access.Role;
import org.muniment.archive.item.ItemId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Puts an own item that the purge took out of the mailbox back into its inbox. */
@RestController
@Allowed(Role.STAFF)
@For(Area.DISPOSITION)
class InboxApi {
    private final Answers answers;
    private final Telling telling;
    private final SentBack sentBack;

    InboxApi(Answers answers, Telling telling, SentBack sentBack) {
        this.answers = answers;
        this.telling = telling;
        this.sentBack = sentBack;
    }

    @PostMapping(ApiSecurity.ROOT + "/items/{item}/inbox")
    @Does(
            value = "Begins to put an item of one's own that was removed from the mailbox back into its inbox",
            takes = Nothing.class,
            gives = JobsApi.Shown.class,
            status = 202)
    ResponseEntity<byte[]> send(Who who, @PathVariable String item, @RequestBody byte[] body) {
        answers.read(body, Nothing.class);
        return telling.begun(sentBack.send(Ids.of(ItemId::new, item).orElseThrow(NotThere::new), who));
    }
}
