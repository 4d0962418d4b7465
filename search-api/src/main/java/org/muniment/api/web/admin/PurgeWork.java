package org.muniment.api.web.admin;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniment.api.web.Job;
import org.muniment.api.web.JobId;
import org.muniment.api.web.JobKind;
import org.muniment.api.web.Jobs;
import org.muniment.api.web.Restartable;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Area;
import org.muniment.archive.access.Role;
import org.muniment.batch.Rooms;
import org.muniment.batch.mailbox.MailServers;
import org.muniment.batch.mailbox.MailboxPurge;
import org.muniment.batch.mailbox.MailboxReport;
import org.muniment.batch.mailbox.RegisteredMailbox;
import org.springframework.stereotype.Component;

/** The mailboxes that the purge may touch: how each stands, and the job of taking out what is old and proved. Safe for many threads. */
@Component
public final class PurgeWork implements Restartable {
    private static final JobKind KIND = new JobKind("mailbox-purge", Area.DISPOSITION, Set.of(Role.RECORDS_OFFICER));

    private final Archive archive;
    private final Jobs jobs;
    private final SourceWork sources;
    private final RestoreWork registered;

    PurgeWork(Archive archive, Jobs jobs, SourceWork sources, RestoreWork registered) {
        this.archive = archive;
        this.jobs = jobs;
        this.sources = sources;
        this.registered = registered;
    }

    /**
     * A mailbox, as it stands.
     *
     * @param unreconciled why it would not be purged; null when nothing is in the way
     * @param last its latest purge; null when it never was purged
     */
    public record Standing(
            RegisteredMailbox mailbox,
            @Nullable String unreconciled,
            @Nullable MailboxReport last) {}

    /** All that are registered. */
    public List<Standing> standing() {
        MailboxPurge purge = purge(archive);
        return registered.mailboxes().stream()
                .map(one -> new Standing(
                        one,
                        purge.unreconciled(one).orElse(null),
                        purge.last(one).orElse(null)))
                .toList();
    }

    /** Begins to say what a purge of these would remove; changes nothing. */
    public JobId rehearse(List<RegisteredMailbox> chosen, Who who) {
        return jobs.start("Rehearse the purge of mailboxes", who, "/disposition", progress -> {
            MailboxPurge purge = purge(archive);
            return words(chosen.stream().map(purge::rehearse).toList());
        });
    }

    /** Begins to remove from these what is old and proved. One that the breaker stopped is let go on as any stopped run is. */
    public JobId purge(List<RegisteredMailbox> chosen, Who who) {
        Job.Order order =
                KIND.order(chosen.stream().map(RegisteredMailbox::name).toList());
        return jobs.start(order, "Purge mailboxes", who, "/disposition", progress -> {
            try (Archive writing = Archive.write(archive.settings().folder(), archive.clock())) {
                MailboxPurge purge = purge(writing);
                return words(
                        chosen.stream().map(one -> purge.run(one, () -> false)).toList());
            }
        });
    }

    private MailboxPurge purge(Archive in) {
        return new MailboxPurge(Rooms.of(in), in.disposal().trips(), new MailServers(sources.file(), in.spool())::open);
    }

    private static String words(List<MailboxReport> reports) {
        return reports.isEmpty()
                ? "No mailbox is registered."
                : reports.stream().map(PurgeWork::words).collect(Collectors.joining("\n"));
    }

    private static String words(MailboxReport one) {
        return one.path() + ": "
                + (one.stopped() == null
                        ? one.removed() + " of " + one.listed() + " messages"
                                + (one.rehearsal() ? " are old enough and proved" : " removed")
                        : "stopped, nothing was removed: " + one.stopped());
    }

    @Override
    public JobKind kind() {
        return KIND;
    }

    @Override
    public JobId again(Job ended, Who who) {
        return purge(
                registered.mailboxes().stream()
                        .filter(one -> ended.asked().contains(one.name()))
                        .toList(),
                who);
    }
}
