package org.muniment.api.web.departed;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.muniment.api.BuiltPackage;
import org.muniment.api.Muniment;
import org.muniment.api.web.Job;
import org.muniment.api.web.JobId;
import org.muniment.api.web.JobKind;
import org.muniment.api.web.Jobs;
import org.muniment.api.web.NotThere;
import org.muniment.api.web.Restartable;
import org.muniment.api.web.Who;
import org.muniment.api.web.holds.HoldLists;
import org.muniment.api.web.items.BundleLooks;
import org.muniment.api.web.requests.PackageZip;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Area;
import org.muniment.archive.access.Role;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.people.Departure;
import org.muniment.archive.people.DepartureId;
import org.muniment.archive.people.Person;
import org.muniment.archive.production.Production;
import org.muniment.archive.production.ProductionFormat;
import org.muniment.batch.produce.Produce;
import org.muniment.batch.produce.ProduceRequest;
import org.muniment.batch.produce.Produced;
import org.muniment.batch.produce.Scope;
import org.springframework.stereotype.Component;

/** What follows when somebody leaves: the mail is held at once; the supervisor's bundle is built by a job. Safe for many threads. */
@Component
public final class DepartureWork implements Restartable {
    private static final long VOLUME = 4L << 30;
    private static final int LATEST = 1000;

    private static final JobKind KIND =
            new JobKind("supervisor-bundle", Area.HOLDS, Set.of(Role.CLERK, Role.RECORDS_OFFICER));

    private final Archive archive;
    private final Jobs jobs;
    private final HoldLists lists;
    private final PackageZip zip;
    private final BundleLooks looks;

    DepartureWork(Archive archive, Jobs jobs, HoldLists lists, PackageZip zip, BundleLooks looks) {
        this.looks = looks;
        this.zip = zip;
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
                KIND.order(List.of(departure.id().value())),
                "Build the supervisor's bundle of " + departure.id(),
                who,
                "/departed/" + departure.id(),
                progress -> build(request, progress));
    }

    private String build(ProduceRequest request, Jobs.Progress progress) throws IOException {
        try (Archive deciding = Archive.decide(archive.settings().folder(), archive.clock())) {
            Produced produced = new Produce(deciding, Muniment.version()).run(request, progress::advanced);
            zip.of(produced.production());
            return produced.production().id() + " has " + produced.items() + " items. It can be downloaded from the"
                    + " page of the departure. It is not reviewed: it stays within the district.";
        }
    }

    /** The supervisor's bundles that were built of a person's mail and are there, the latest first. */
    public List<Production> bundles(Departure departure) {
        return archive.people()
                .find(departure.person().value())
                .map(person -> new Scope.OfPerson(person.custodian()).about())
                .map(about -> archive.productions().latest(LATEST).stream()
                        .filter(one -> one.order().about().equals(about))
                        .filter(one -> one.built().isPresent())
                        .filter(one -> Files.isDirectory(BuiltPackage.folder(archive, one)))
                        .toList())
                .orElse(List.of());
    }

    /**
     * A supervisor's bundle as one file; that all its items are looked at is on record before it is given.
     *
     * @param asked what is answered with it
     * @throws NotThere when the departure has none of that name
     */
    public Path download(Departure departure, String production, Who who, HttpServletRequest asked) throws IOException {
        Production found = bundles(departure).stream()
                .filter(one -> one.id().value().equals(production))
                .findFirst()
                .orElseThrow(NotThere::new);
        Path file = zip.of(found);
        looks.sending(who, found, "zip", Files.size(file), asked);
        return file;
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

    @Override
    public JobKind kind() {
        return KIND;
    }

    @Override
    public JobId again(Job ended, Who who) {
        Departure departure = archive.people()
                .departures()
                .find(new DepartureId(ended.asked().getFirst()))
                .orElseThrow(NotThere::new);
        return bundle(
                departure, archive.people().find(departure.person().value()).orElseThrow(NotThere::new), who);
    }
}
