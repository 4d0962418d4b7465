package org.muniment.api.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.Who;
import org.muniment.api.web.admin.AdoptionWork;
import org.muniment.archive.access.Area;
import org.muniment.archive.access.Role;
import org.muniment.archive.schedule.ScheduleProposal;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The retention schedule that one officer proposes and another adopts. */
@RestController
@RequestMapping(ApiSecurity.ROOT + "/schedules/proposals")
@Allowed({Role.ADMINISTRATOR, Role.RECORDS_OFFICER, Role.AUDITOR})
@For(Area.DISPOSITION)
class ProposalsApi {
    private final Answers answers;
    private final Telling telling;
    private final AdoptionWork work;

    ProposalsApi(Answers answers, Telling telling, AdoptionWork work) {
        this.answers = answers;
        this.telling = telling;
        this.work = work;
    }

    /**
     * A schedule that waits for a second officer.
     *
     * @param digest SHA-256 of its file, by which it is adopted or taken back
     * @param own whether the person who asks proposed it, and so can't adopt it
     */
    record Proposal(String digest, String name, LocalDate effective, String by, Instant at, boolean own, String yaml) {
        static Proposal of(ScheduleProposal one, Who who) {
            return new Proposal(
                    one.digest().hex(),
                    one.name(),
                    one.effective(),
                    one.by().name(),
                    one.at(),
                    one.by().isSamePersonAs(who.officer()),
                    one.yaml());
        }
    }

    /**
     * A schedule to be adopted.
     *
     * @param yaml its file, whole
     * @param effective the first day on which it is to be in force, 2027-07-01
     */
    record Propose(String yaml, String effective) {}

    @GetMapping
    @Does(value = "The schedule that waits for a second officer; at most one does", gives = Proposal.class, many = true)
    ResponseEntity<byte[]> waiting(Who who) {
        return answers.all(
                work.waiting().stream().map(one -> Proposal.of(one, who)).toList());
    }

    @PostMapping
    @Allowed(Role.RECORDS_OFFICER)
    @Does(
            value =
                    "Proposes a schedule whose example mails fall where it says; it changes nothing until another adopts it",
            takes = Propose.class,
            gives = Proposal.class,
            status = 201)
    ResponseEntity<byte[]> propose(Who who, @RequestBody byte[] body) {
        Propose asked = answers.read(body, Propose.class);
        ScheduleProposal waits =
                work.propose(Needed.of("yaml", asked.yaml()), day(Needed.of("effective", asked.effective())), who);
        return answers.made("/schedules/proposals", Proposal.of(waits, who));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("effective is a day such as 2027-07-01, not " + text);
        }
    }

    @PostMapping("/{digest}/adoption")
    @Allowed(Role.RECORDS_OFFICER)
    @Does(
            value = "Adopts it as the second officer, and begins to bring the items up to date",
            takes = Nothing.class,
            gives = JobsApi.Shown.class,
            status = 202)
    ResponseEntity<byte[]> adopt(Who who, @PathVariable String digest, @RequestBody byte[] body) {
        answers.read(body, Nothing.class);
        return telling.begun(work.adopt(digest, who));
    }

    @PostMapping("/{digest}/withdrawal")
    @Allowed(Role.RECORDS_OFFICER)
    @Does(value = "Takes it back; what is left", takes = Nothing.class, gives = Proposal.class, many = true)
    ResponseEntity<byte[]> withdraw(Who who, @PathVariable String digest, @RequestBody byte[] body) {
        answers.read(body, Nothing.class);
        work.withdraw(digest);
        return waiting(who);
    }
}
