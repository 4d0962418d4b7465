package org.muniment.api.web.admin;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muniment.api.schedule.Adoption;
import org.muniment.api.schedule.ProvedSchedule;
import org.muniment.api.web.Job;
import org.muniment.api.web.JobId;
import org.muniment.api.web.JobKind;
import org.muniment.api.web.Jobs;
import org.muniment.api.web.Reclassification;
import org.muniment.api.web.Restartable;
import org.muniment.api.web.Who;
import org.muniment.api.web.admin.CheckedSchedules.Checked;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Area;
import org.muniment.archive.access.Role;
import org.muniment.archive.schedule.Adopted;
import org.muniment.archive.schedule.RetentionSchedule;
import org.muniment.archive.schedule.ScheduleProposal;
import org.muniment.archive.schedule.ScheduleProposals;
import org.muniment.archive.store.Digest;
import org.muniment.batch.Rooms;
import org.muniment.batch.classify.Comparison;
import org.springframework.stereotype.Component;

/** From a schedule's text to its adoption by two officers. Safe for many threads. */
@Component
public final class AdoptionWork implements Restartable {
    static final String PAGE = "/admin/schedules";
    private static final int EXAMPLES = 20;

    private static final JobKind KIND = new JobKind("classify", Area.ADMIN, Set.of(Role.RECORDS_OFFICER));

    private final Archive archive;
    private final Clock clock;
    private final Jobs jobs;
    private final CheckedSchedules checked;
    private final Reclassification reclassification;
    private final ScheduleProposals proposals;

    AdoptionWork(Archive archive, Clock clock, Jobs jobs, CheckedSchedules checked, Reclassification reclassification) {
        this.archive = archive;
        this.clock = clock;
        this.jobs = jobs;
        this.checked = checked;
        this.reclassification = reclassification;
        this.proposals = new ScheduleProposals(
                archive.settings().folder(), archive.retention().schedules());
    }

    /** What waits for a second officer; empty when nothing does. */
    public Optional<ScheduleProposal> waiting() {
        return proposals.waiting();
    }

    /**
     * Proves a schedule by its examples, then begins to hold every item against it and the one in force. Writes nothing.
     *
     * @throws org.muniment.archive.schedule.ScheduleInvalid when something is wrong with it
     */
    JobId compare(RetentionSchedule now, String yaml, Who who) {
        RetentionSchedule other = RetentionSchedule.parse(yaml);
        ProvedSchedule.prove(other);
        Checked found = new Checked(other, yaml, null);
        checked.keep(found);
        return jobs.start(
                "What " + other.name() + " would change", who, PAGE + "/checked/" + found.digest(), progress -> {
                    Comparison.Result result =
                            new Comparison(Rooms.of(archive), EXAMPLES).run(now, other, progress::advanced);
                    checked.keep(new Checked(other, yaml, result));
                    return result.moved() + " of " + result.items() + " items would move.";
                });
    }

    /** Lets a checked schedule wait for a second officer. Throws {@code ScheduleRefused}. */
    void proposeChecked(String digest, LocalDate effective, Who who) {
        proposals.propose(checked.find(digest).yaml(), effective, who.officer(), clock.instant());
    }

    /**
     * Proves a schedule by its examples and lets it wait for a second officer; gives what waits now.
     *
     * @param yaml its file, whole
     * @throws org.muniment.archive.schedule.ScheduleInvalid when something is wrong with it
     * @throws org.muniment.archive.schedule.ScheduleRefused when one waits already, or the day is too early
     */
    public ScheduleProposal propose(String yaml, LocalDate effective, Who who) {
        RetentionSchedule schedule = RetentionSchedule.parse(yaml);
        ProvedSchedule.prove(schedule);
        proposals.propose(yaml, effective, who.officer(), clock.instant());
        return proposals.find(Digest.of(yaml.getBytes(StandardCharsets.UTF_8)).hex());
    }

    /**
     * Takes back what waits, as the first officer or another.
     *
     * @param digest of what this person saw
     * @throws org.muniment.archive.schedule.ScheduleRefused when that one does not wait any more
     */
    public synchronized void withdraw(String digest) {
        proposals.find(digest);
        proposals.end();
    }

    /**
     * Adopts what waits, as the second officer, and begins to bring the items up to date.
     *
     * @param digest of what this person saw
     * @throws org.muniment.archive.schedule.ScheduleRefused when that one does not wait any more, or the same person proposed it
     */
    public synchronized JobId adopt(String digest, Who who) {
        ScheduleProposal waiting = proposals.find(digest);
        Adopted adopted = Adoption.of(archive, waiting.yaml(), waiting.effective(), waiting.by(), who.officer());
        proposals.end();
        archive.ledger().checkpoint();
        return classify("Classify by version " + adopted.version(), who);
    }

    private JobId classify(String name, Who who) {
        return jobs.start(KIND.order(List.of()), name, who, PAGE, reclassification::run);
    }

    @Override
    public JobKind kind() {
        return KIND;
    }

    @Override
    public JobId again(Job ended, Who who) {
        return classify(ended.name(), who);
    }
}
