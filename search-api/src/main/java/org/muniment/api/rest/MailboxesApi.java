package org.muniment.api.rest;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.Jobs;
import org.muniment.api.web.Who;
import org.muniment.api.web.admin.RestoreWork;
import org.muniment.api.web.admin.SourceWork;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Area;
import org.muniment.archive.access.Role;
import org.muniment.batch.Rooms;
import org.muniment.batch.mailbox.MailServers;
import org.muniment.batch.mailbox.MailboxPurge;
import org.muniment.batch.mailbox.MailboxReport;
import org.muniment.batch.mailbox.Mailboxes;
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
    private final Archive archive;
    private final Answers answers;
    private final Telling telling;
    private final Jobs jobs;
    private final SourceWork sources;
    private final RestoreWork restoring;

    MailboxesApi(
            Archive archive, Answers answers, Telling telling, Jobs jobs, SourceWork sources, RestoreWork restoring) {
        this.archive = archive;
        this.answers = answers;
        this.telling = telling;
        this.jobs = jobs;
        this.sources = sources;
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
        static Last of(MailboxReport one) {
            return new Last(one.run(), one.listed(), one.removed(), one.until(), one.stopped(), one.unfinished());
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
            @Nullable Last last) {}

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

    private static Mailboxes mailboxes(Archive in) {
        return new Mailboxes(in.catalogue().writer(), in.catalogue().reader());
    }

    private MailboxPurge purge(Archive in) {
        return new MailboxPurge(Rooms.of(in), in.disposal().trips(), new MailServers(sources.file(), in.spool())::open);
    }

    @GetMapping
    @Does(value = "The mailboxes that the purge may touch, and what it did last", gives = Box.class, many = true)
    ResponseEntity<byte[]> list() {
        MailboxPurge purge = purge(archive);
        return answers.all(mailboxes(archive).all().stream()
                .map(one -> new Box(
                        one.name(),
                        one.custodian().address(),
                        purge.unreconciled(one).orElse(null),
                        purge.last(one).map(Last::of).orElse(null)))
                .toList());
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
        List<RegisteredMailbox> chosen = path == null ? mailboxes(archive).all() : List.of(named(path));
        boolean rehearsal = Boolean.TRUE.equals(asked.rehearsal());
        return telling.begun(jobs.start(
                rehearsal ? "Rehearse the purge of mailboxes" : "Purge mailboxes",
                who,
                "/disposition",
                progress -> rehearsal ? rehearsed(chosen) : purged(chosen)));
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
        return mailboxes(archive).all().stream()
                .filter(one -> one.name().equals(path))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("mailbox: " + path + " is not registered"));
    }

    private String rehearsed(List<RegisteredMailbox> chosen) {
        MailboxPurge purge = purge(archive);
        return words(chosen.stream().map(purge::rehearse).toList());
    }

    private String purged(List<RegisteredMailbox> chosen) {
        try (Archive writing = Archive.write(archive.settings().folder(), archive.clock())) {
            MailboxPurge purge = purge(writing);
            return words(chosen.stream().map(one -> purge.run(one, () -> false)).toList());
        }
    }

    private static String words(List<MailboxReport> reports) {
        return reports.isEmpty()
                ? "No mailbox is registered."
                : reports.stream()
                        .map(one -> one.path() + ": "
                                + (one.stopped() == null
                                        ? one.removed() + " of " + one.listed() + " messages"
                                                + (one.rehearsal() ? " are old enough and proved" : " removed")
                                        : "stopped, nothing was removed: " + one.stopped()))
                        .collect(Collectors.joining("\n"));
    }
}
