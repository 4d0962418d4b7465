package org.muniment.batch.nightly;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.batch.Rooms;
import org.muniment.batch.mailbox.KeptFor;
import org.muniment.batch.mailbox.MailServers;
import org.muniment.batch.mailbox.MailboxPurge;
import org.muniment.batch.mailbox.MailboxReport;
import org.muniment.batch.mailbox.Mailboxes;
import org.muniment.batch.mailbox.RegisteredMailbox;

/**
 * Purges the registered mailboxes, one after another, until one is stopped. A mailbox whose source was not taken in whole is
 * passed over and said; the others do not wait for it.
 */
final class MailboxStep implements NightStep {
    private static final List<KeptFor> ALARMING =
            List.of(KeptFor.UNKNOWN_AGE, KeptFor.OBJECT_MISSING, KeptFor.OBJECT_CORRUPT, KeptFor.OBJECT_UNPROVED);

    private final Archive archive;
    private final MailServers servers;

    MailboxStep(Archive archive, MailServers servers) {
        this.archive = archive;
        this.servers = servers;
    }

    @Override
    public String name() {
        return "Mailbox purge";
    }

    @Override
    public boolean removes() {
        return true;
    }

    @Override
    public Result run(Tonight tonight) {
        MailboxPurge purge =
                new MailboxPurge(Rooms.of(archive), archive.disposal().trips(), servers::open);
        List<RegisteredMailbox> mailboxes =
                new Mailboxes(archive.catalogue().writer(), archive.catalogue().reader()).all();
        List<MailboxReport> reports = new ArrayList<>();
        List<NightReport.MailboxLine> passedOver = new ArrayList<>();
        for (RegisteredMailbox mailbox : mailboxes) {
            Optional<String> notWhole = purge.unreconciled(mailbox);
            if (notWhole.isPresent()) {
                passedOver.add(passedOver(mailbox, notWhole.orElseThrow()));
                continue;
            }
            if (tonight.stop().getAsBoolean() || reports.stream().anyMatch(MailboxStep::stops)) {
                break;
            }
            reports.add(purge.run(mailbox, tonight.stop()));
        }
        return result(reports, passedOver, mailboxes.size());
    }

    private static NightReport.MailboxLine passedOver(RegisteredMailbox mailbox, String why) {
        return new NightReport.MailboxLine(mailbox.custodian().address(), mailbox.name(), 0, 0, List.of(), why);
    }

    private static boolean stops(MailboxReport report) {
        return report.stopped() != null;
    }

    private static Result result(List<MailboxReport> reports, List<NightReport.MailboxLine> passedOver, int all) {
        boolean stopped = reports.stream().anyMatch(MailboxStep::stops);
        boolean unfinished =
                reports.size() + passedOver.size() < all || reports.stream().anyMatch(MailboxReport::unfinished);
        long removed = reports.stream().mapToLong(MailboxReport::removed).sum();
        String words = all == 0
                ? "No mailbox is registered; register one with: muniment mailbox add"
                : removed + " messages removed from " + reports.size() + " of " + all + " mailboxes";
        return new Result(
                stopped
                        ? NightReport.Outcome.STOPPED
                        : unfinished ? NightReport.Outcome.UNFINISHED : NightReport.Outcome.DONE,
                words,
                findings(reports, passedOver));
    }

    private static Findings findings(List<MailboxReport> reports, List<NightReport.MailboxLine> passedOver) {
        List<String> breakers = new ArrayList<>();
        List<String> todo = new ArrayList<>();
        List<String> alerts = new ArrayList<>();
        passedOver.forEach(line -> todo.add("The mailbox " + line.path() + " was not purged: " + line.stopped()
                + ". Take its source in again: muniment sources collect"));
        for (MailboxReport report : reports) {
            @Nullable String why = report.stopped();
            if (why != null) {
                breakers.add("Mailbox of " + report.custodian() + ": nothing was removed, because " + why);
                todo.add(remedy(report, why));
            }
            if (report.tellsNoDate()) {
                breakers.add("Mailbox of " + report.custodian()
                        + ": nothing was removed, because the mail server gives none of" + " its " + report.boxed()
                        + " messages a date of receipt that can be read");
                todo.add("Find out why the mail server of " + report.path()
                        + " tells no dates; until it does, no message leaves" + " that mailbox");
            }
            report.kept().stream()
                    .filter(kept -> ALARMING.contains(kept.reason()))
                    .forEach(kept -> alerts.add(kept.messages() + " messages of " + report.custodian()
                            + " stay in the mailbox: " + kept.words()));
        }
        return Findings.NONE
                .withMailboxes(Stream.concat(reports.stream().map(MailboxStep::line), passedOver.stream())
                        .toList())
                .withBreakers(breakers)
                .withAlerts(alerts)
                .withTodo(todo);
    }

    private static String remedy(MailboxReport report, String why) {
        String path = report.path();
        return report.canBeOverridden()
                ? "Find out why the purge of " + path + " was stopped. If all is well, an officer lets it go on, once:"
                        + " muniment mailbox purge " + path + " --override REASON --by \"NAME, TITLE\""
                : "Put right what stopped the purge of " + path + ": " + why
                        + ". If it is no mailbox of the district any more: muniment mailbox forget " + path;
    }

    private static NightReport.MailboxLine line(MailboxReport report) {
        return new NightReport.MailboxLine(
                report.custodian(),
                report.path(),
                report.listed(),
                report.removed(),
                report.kept().stream()
                        .map(kept -> new NightReport.Counted(kept.words(), kept.messages()))
                        .toList(),
                report.stopped());
    }
}
