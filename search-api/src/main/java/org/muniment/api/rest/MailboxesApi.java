package org.muniment.api.rest;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.Who;
import org.muniment.api.web.admin.PurgeWork;
import org.muniment.api.web.admin.RestoreWork;
import org.muniment.archive.access.Area;
import org.muniment.archive.access.Role;
import org.muniment.batch.mailbox.MailboxReport;
import org.muniment.batch.mailbox.RegisteredMailbox;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Mailboxes that the purge may touch: rehearsed, and purged of what is old and proved. One that the breaker stopped is let go on
 * as any stopped run is.
 */
@RestController
@RequestMapping(ApiSecurity.ROOT + "/mailboxes")
@Allowed({Role.RECORDS_OFFICER, Role.ADMINISTRATOR, Role.AUDITOR})
@For(Area.DISPOSITION)
class MailboxesApi {
    private final Answers answers;
    private final Telling telling;
    private final PurgeWork purging;
    private final RestoreWork restoring;

    MailboxesApi(Answers answers, Telling telling, PurgeWork purging, RestoreWork restoring) {
        this.answers = answers;
        this.telling = telling;
        this.purging = purging;
        this.restoring = restoring;
    }

    /**
     * What the latest purge of a mailbox did.
     *
     * @param stopped why nothing was removed, in words; null when nothing stopped it
     */
    record Last(
            String run,
            long listed,
            long removed,
            @Nullable Instant until,
            @Nullable String stopped,
            boolean unfinished) {
        static @Nullable Last of(@Nullable MailboxReport one) {
            return one == null
                    ? null
                    : new Last(one.run(), one.listed(), one.removed(), one.until(), one.stopped(), one.unfinished());
        }
    }

    /**
     * A registered mailbox.
     *
     * @param unreconciled why it would not be purged; null when nothing is in the way
     * @param last null when it never was purged
     */
    record Box(
            String path,
            String custodian,
            @Nullable String unreconciled,
            @Nullable Last last) {
        static Box of(PurgeWork.Standing one) {
            return new Box(
                    one.mailbox().name(), one.mailbox().custodian().address(), one.unreconciled(), Last.of(one.last()));
        }
    }

    /**
     * What is to be purged.
     *
     * @param mailbox its path; all that are registered when it is left out
     * @param rehearsal whether only to say what would be removed
     */
    record Purge(@Nullable String mailbox, @Nullable Boolean rehearsal) {}

    /**
     * A mailbox to be given back.
     *
     * @param mailbox its path
     * @param folder only this one and those in it; all when it is left out
     */
    record Restoration(String mailbox, @Nullable String folder) {}

    @GetMapping
    @Does(value = "The mailboxes that the purge may touch, and what it did last", gives = Box.class, many = true)
    ResponseEntity<byte[]> list() {
        return answers.all(purging.standing().stream().map(Box::of).toList());
    }

    @PostMapping("/purge")
    @Allowed(Role.RECORDS_OFFICER)
    @Does(
            value =
                    "Begins to remove from mailboxes what is old and proved in the archive, or to say what that would be",
            takes = Purge.class,
            gives = JobsApi.Shown.class,
            status = 202)
    ResponseEntity<byte[]> purge(Who who, @RequestBody byte[] body) {
        Purge asked = answers.read(body, Purge.class);
        String path = asked.mailbox();
        List<RegisteredMailbox> chosen = path == null ? restoring.mailboxes() : List.of(named(path));
        return telling.begun(
                Boolean.TRUE.equals(asked.rehearsal()) ? purging.rehearse(chosen, who) : purging.purge(chosen, who));
    }

    @PostMapping("/restoration")
    @Allowed(Role.ADMINISTRATOR)
    @Does(
            value =
                    "Begins to put back into a mailbox all that was collected from it, where it was and as it was received",
            takes = Restoration.class,
            gives = JobsApi.Shown.class,
            status = 202)
    ResponseEntity<byte[]> restore(Who who, @RequestBody byte[] body) {
        Restoration asked = answers.read(body, Restoration.class);
        RegisteredMailbox mailbox = named(Needed.of("mailbox", asked.mailbox()));
        return telling.begun(restoring.restore(mailbox, asked.folder(), who));
    }

    private RegisteredMailbox named(String path) {
        return restoring.mailboxes().stream()
                .filter(one -> one.name().equals(path))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("mailbox: " + path + " is not registered"));
    }
}
