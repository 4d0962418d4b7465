package org.muniment.api.web.requests;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muniment.api.BuiltPackage;
import org.muniment.api.Muniment;
import org.muniment.api.ShippedExemptions;
import org.muniment.api.SuggestionRun;
import org.muniment.api.web.Job;
import org.muniment.api.web.JobId;
import org.muniment.api.web.JobKind;
import org.muniment.api.web.Jobs;
import org.muniment.api.web.NotThere;
import org.muniment.api.web.Restartable;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Area;
import org.muniment.archive.access.Role;
import org.muniment.archive.production.Production;
import org.muniment.archive.production.ProductionFormat;
import org.muniment.archive.production.ProductionId;
import org.muniment.archive.production.ProductionRefused;
import org.muniment.archive.request.RecordsRequest;
import org.muniment.archive.request.RequestStep;
import org.muniment.archive.review.ReviewSet;
import org.muniment.batch.produce.Produce;
import org.muniment.batch.produce.ProduceRequest;
import org.muniment.batch.produce.ProduceRequest.Consents;
import org.muniment.batch.produce.Produced;
import org.muniment.batch.produce.Scope;
import org.springframework.stereotype.Component;

/** What is handed out for a request: built by a job, checked by a second person, released or given up. Safe for many threads. */
@Component
public final class BundleWork implements Restartable {
    private static final long VOLUME = 4_000_000_000L;

    private static final JobKind KIND = new JobKind("bundle", Area.PRODUCTIONS, Set.of(Role.CLERK));

    private final Archive archive;
    private final NamedRequest named;
    private final Jobs jobs;
    private final PackageZip zip;

    BundleWork(Archive archive, NamedRequest named, Jobs jobs, PackageZip zip) {
        this.archive = archive;
        this.named = named;
        this.jobs = jobs;
        this.zip = zip;
    }

    /** Begins to look for personal data in what is to be handed out, and proposes to remove it. */
    public JobId suggest(RecordsRequest request, Who who) {
        return jobs.start(
                "Look for personal data in " + request.id(), who, "/requests/" + request.id() + "/review", progress -> {
                    SuggestionRun run = new SuggestionRun(
                            archive,
                            ReviewSet.of(request.id()),
                            List.of(SuggestionRun.patterns(archive)),
                            ShippedExemptions.read());
                    SuggestionRun.Outcome found = run.through(run.toBeHandedOut());
                    return "Looked through " + found.items() + " items and proposed " + found.proposed()
                            + " redactions on " + found.itemsWithProposals() + " of them."
                            + (found.notFullyRead() == 0
                                    ? ""
                                    : " " + found.notFullyRead()
                                            + " items have something that could not be read: look at them yourself.");
                });
    }

    /**
     * Begins to build the bundle of a request that is open.
     *
     * @param replaces the production that it replaces; null for none
     * @throws ProductionRefused when that one was not released for this request
     */
    public JobId build(RecordsRequest request, Consents consents, @Nullable Production replaces, Who who) {
        if (replaces != null) {
            requireReleased(replaces, request);
        }
        ProduceRequest order = new ProduceRequest(
                new Scope.OfRequest(request.id()),
                ReviewSet.of(request.id()),
                ProductionFormat.PDF,
                BuiltPackage.prefix(archive),
                null,
                VOLUME,
                agency(),
                "",
                who.officer(),
                replaces == null ? null : replaces.id(),
                consents);
        Job.Order asked = KIND.order(List.of(
                request.id().value(),
                String.valueOf(consents.earlier()),
                String.valueOf(consents.shown()),
                replaces == null ? "" : replaces.id().value()));
        return jobs.start(asked, "Build the bundle of " + request.id(), who, "/requests/" + request.id(), progress -> {
            Produced made = new Produce(archive, Muniment.version()).run(order, progress::advanced);
            zip.of(made.production());
            return built(made);
        });
    }

    private static void requireReleased(Production production, RecordsRequest request) {
        boolean isOfRequest = new Scope.OfRequest(request.id())
                .about()
                .equals(production.order().about());
        if (!isOfRequest || !(production.stage() instanceof Production.Stage.Released)) {
            throw new ProductionRefused("Production " + production.id()
                    + (isOfRequest
                            ? " was not released, so there is nothing to replace. Give it up and build another one."
                            : " is not one of request " + request.id() + "."));
        }
    }

    private String agency() {
        return archive.letters().templates().letterhead().lines().findFirst().orElse("School District");
    }

    private static String built(Produced made) {
        String words = made.production().id() + " is built: " + made.items() + " items, " + made.redacted()
                + " with parts removed, " + made.withheld() + " withheld, " + made.leftOut() + " left out."
                + "\nLeak test: nothing that was removed is in the bundle.";
        return made.cautions().isEmpty() ? words : words + "\nMind: " + String.join("\nMind: ", made.cautions());
    }

    /** Records that another person than the one who built it looked at it. Throws {@code ProductionRefused}. */
    public void check(Production production, Who who) {
        BuiltPackage.requireWhole(archive, production, BuiltPackage.folder(archive, production));
        named.change(() -> archive.productions().check(production.id(), who.officer(), named.now()));
    }

    /**
     * Records that it is given out, and the step of the request that it is for. Throws {@code ProductionRefused}.
     *
     * @param request null when it is for none
     */
    public void release(Production production, @Nullable RecordsRequest request, Who who) {
        named.change(() -> {
            Production released = archive.productions().release(production.id(), who.officer(), named.now());
            if (request != null && request.isOpen()) {
                archive.requestSteps()
                        .take(
                                request.id(),
                                RequestStep.Kind.RELEASED,
                                named.today(),
                                production.id().value(),
                                who.officer(),
                                named.now());
            }
            return released;
        });
    }

    /** Gives up one that was not released; its numbers stay a gap. Throws {@code ProductionRefused}. */
    public void abandon(Production production, String reason, Who who) {
        named.change(() -> archive.productions().abandon(production.id(), who.officer(), reason, named.now()));
    }

    @Override
    public JobKind kind() {
        return KIND;
    }

    @Override
    public JobId again(Job ended, Who who) {
        RecordsRequest request = named.open(ended.asked().getFirst());
        Consents consents = new Consents(
                Boolean.parseBoolean(ended.asked().get(1)),
                Boolean.parseBoolean(ended.asked().get(2)));
        String replaced = ended.asked().get(3);
        Production replaces = replaced.isEmpty()
                ? null
                : archive.productions().find(new ProductionId(replaced)).orElseThrow(NotThere::new);
        return build(request, consents, replaces, who);
    }
}
