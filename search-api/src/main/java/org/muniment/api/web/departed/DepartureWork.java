package org.muniment.api.web.departed;

import java.time.LocalDate;
import java.util.Objects;
import org.muniment.api.Muniment;
import org.muniment.api.web.JobId;
import org.muniment.api.web.Jobs;
import org.muniment.api.web.Who;
import org.muniment.api.web.holds.HoldLists;
import org.muniment.archive.Archive;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.people.Departure;
import org.muniment.archive.people.Person;
import org.muniment.archive.production.ProductionFormat;
import org.muniment.batch.produce.Produce;
import org.muniment.batch.produce.ProduceRequest;
import org.muniment.batch.produce.Produced;
import org.muniment.batch.produce.Scope;
import org.springframework.stereotype.Component;

/** What follows when somebody leaves: the mail is held at once; the supervisor's bundle is built by a job. Safe for many threads. */
@Component
public final class DepartureWork {
    private static final long VOLUME = 4L << 30;

    private final Archive archive;
    private final Jobs jobs;
    private final HoldLists lists;

    DepartureWork(Archive archive, Jobs jobs, HoldLists lists) {
        this.lists = lists;
        this.archive = archive;
        this.jobs = jobs;
    }

    /** Records that somebody left and holds the person's mail, under every known address. Throws {@code PeopleRefused}. */
    public Departure start(Person leaving, LocalDate on, Who who) {
        Departure departure = Objects.requireNonNull(archive.catalogue()
                .transactions()
                .execute(status -> archive.people()
                        .separate(
                                leaving.id(), on, who.officer(), archive.clock().instant())));
        archive.ledger().checkpoint();
        lists.list(departure.holds().getLast(), who);
        return departure;
    }

    /** Begins to build what the supervisor looks through. */
    public JobId bundle(Departure departure, Person person, Who who) {
        ProduceRequest request = request(person, who.officer());
        return jobs.start(
                "Build the supervisor's bundle of " + departure.id(),
                who,
                "/departed/" + departure.id(),
                progress -> build(request, progress));
    }

    private String build(ProduceRequest request, Jobs.Progress progress) {
        try (Archive deciding = Archive.decide(archive.settings().folder(), archive.clock())) {
            Produced produced = new Produce(deciding, Muniment.version()).run(request, progress::advanced);
            return produced.production().id() + " has " + produced.items() + " items. It is in the folder "
                    + produced.folder() + ". It is not reviewed: it stays within the district.";
        }
    }

    private ProduceRequest request(Person person, Officer officer) {
        String prefix = archive.productions().latest(1).stream()
                .map(one -> one.order().prefix())
                .findFirst()
                .orElse("REC");
        return new ProduceRequest(
                new Scope.OfPerson(person.custodian()),
                null,
                ProductionFormat.PDF,
                prefix,
                null,
                VOLUME,
                "School District",
                "",
                officer,
                null,
                new ProduceRequest.Consents(false, false));
    }
}
