package org.muniment.api.web.admin;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muniment.api.sources.SourceKinds;
import org.muniment.api.web.JobId;
import org.muniment.api.web.Jobs;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.item.ItemId;
import org.muniment.batch.Rooms;
import org.muniment.batch.ingest.sources.SourcesFile;
import org.muniment.batch.mailbox.MailServers;
import org.muniment.batch.mailbox.Mailboxes;
import org.muniment.batch.mailbox.RegisteredMailbox;
import org.muniment.batch.restore.BackToInbox;
import org.muniment.batch.restore.Restore;
import org.muniment.batch.restore.RestoreReport;
import org.muniment.batch.restore.RestoreRequest;
import org.muniment.batch.restore.RestoreRequest.What;
import org.muniment.batch.restore.RestoreTarget;
import org.muniment.batch.restore.RestoreTargets;
import org.springframework.stereotype.Component;

/** Puts messages back into the mailboxes that the purge takes them out of. Nothing in the archive changes. Safe for many threads. */
@Component
public final class RestoreWork {
    private static final int SHOWN = 20;

    private final Archive archive;
    private final Jobs jobs;

    RestoreWork(Archive archive, Jobs jobs) {
        this.archive = archive;
        this.jobs = jobs;
    }

    /** Those that are registered for the purge. */
    public List<RegisteredMailbox> mailboxes() {
        return new Mailboxes(archive.catalogue().writer(), archive.catalogue().reader()).all();
    }

    /** Begins to put one item into the inbox, as received just now. */
    public JobId sendBack(ItemId item, RegisteredMailbox mailbox, Who who, String then) {
        RestoreRequest request = new RestoreRequest(new What.Named(List.of(item)), "", who.officer());
        return jobs.start("Send item " + item + " back to the inbox", who, then, progress -> {
            try (Archive open = Archive.write(archive.settings().folder(), archive.clock());
                    RestoreTarget target = new BackToInbox(
                            target(open, mailbox), archive.clock().instant())) {
                return sentBack(new Restore(Rooms.of(open)).run(request, target, progress::advanced));
            }
        });
    }

    /**
     * Begins to put everything back that was collected from a mailbox, where it was and as it was received.
     *
     * @param folder only this one and those in it; null for all
     */
    public JobId restore(RegisteredMailbox mailbox, @Nullable String folder, Who who) {
        RestoreRequest request = new RestoreRequest(
                new What.FromMailbox(mailbox.custodian(), folder, mailbox.source()), "", who.officer());
        return jobs.start("Restore the mailbox of " + mailbox.custodian(), who, "/admin/mailboxes", progress -> {
            try (Archive open = Archive.write(archive.settings().folder(), archive.clock());
                    RestoreTarget target = target(open, mailbox)) {
                return words(new Restore(Rooms.of(open)).run(request, target, progress::advanced));
            }
        });
    }

    private static RestoreTarget target(Archive open, RegisteredMailbox mailbox) {
        SourcesFile sources = new SourcesFile(
                open.settings().folder().resolve(SourcesFile.NAME), SourceKinds.of(open), Map.copyOf(System.getenv()));
        return new RestoreTargets(new MailServers(sources, open.spool()), open.spool())
                .open(mailbox.kind(), mailbox.name());
    }

    private static String sentBack(RestoreReport report) {
        if (report.failed() > 0) {
            return "The mailbox did not take it back: "
                    + report.problems().getFirst().reason()
                    + ". The archive’s copy is unharmed, and can be downloaded.";
        }
        return report.present() > 0
                ? "It is in the inbox already: nothing was put there a second time."
                : "It is in the inbox again.";
    }

    private static String words(RestoreReport report) {
        return Stream.concat(
                        Stream.of(report.restored() + " of " + report.chosen() + " messages were put back, "
                                + report.present() + " were there already, " + report.failed() + " were not taken."),
                        report.problems().stream().limit(SHOWN).map(one -> one.item() + ": " + one.reason()))
                .collect(Collectors.joining("\n"));
    }
}
