package org.muniment.api.web.requests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.muniment.api.BuiltPackage;
import org.muniment.api.Muniment;
import org.muniment.api.ShippedExemptions;
import org.muniment.api.SuggestionRun;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.JobId;
import org.muniment.api.web.Jobs;
import org.muniment.api.web.NotThere;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;
import org.muniment.archive.production.Production;
import org.muniment.archive.production.ProductionFormat;
import org.muniment.archive.production.ProductionRefused;
import org.muniment.archive.request.RecordsRequest;
import org.muniment.archive.request.RequestStep;
import org.muniment.archive.review.ReviewSet;
import org.muniment.batch.produce.Produce;
import org.muniment.batch.produce.ProduceRequest;
import org.muniment.batch.produce.ProduceRequest.Consents;
import org.muniment.batch.produce.Produced;
import org.muniment.batch.produce.Scope;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is handed out for a request: built and tested in the background, checked by a second person, downloaded, released. */
@Controller
@Allowed(Role.CLERK)
class ProductionDeeds {
    private static final long VOLUME = 4_000_000_000L;

    private final Archive archive;
    private final NamedRequest named;
    private final Jobs jobs;
    private final PackageZip zip;

    ProductionDeeds(Archive archive, NamedRequest named, Jobs jobs, PackageZip zip) {
        this.archive = archive;
        this.named = named;
        this.jobs = jobs;
        this.zip = zip;
    }

    /** Looks for personal data in what is to be handed out, and proposes to remove it. */
    @PostMapping("/requests/{id}/suggestions")
    String suggest(@PathVariable String id, Who who) {
        RecordsRequest request = named.open(id);
        JobId job = jobs.start(
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
        return "redirect:/jobs/" + job;
    }

    @PostMapping("/requests/{id}/production")
    String build(
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean earlier,
            @RequestParam(defaultValue = "false") boolean shown,
            Who who) {
        RecordsRequest request = named.open(id);
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
                null,
                new Consents(earlier, shown));
        JobId job = jobs.start("Build the bundle of " + request.id(), who, "/requests/" + request.id(), progress -> {
            Produced made = new Produce(archive, Muniment.version()).run(order, progress::advanced);
            zip.of(made.production());
            return built(made);
        });
        return "redirect:/jobs/" + job;
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

    private Production production(RecordsRequest request, String name) {
        return RequestPage.productions(archive, request.id()).stream()
                .filter(production -> production.id().value().equals(name))
                .findFirst()
                .orElseThrow(NotThere::new);
    }

    @GetMapping("/requests/{id}/production/{production}/bundle")
    @Allowed({Role.CLERK, Role.LEGAL})
    ResponseEntity<Resource> download(@PathVariable String id, @PathVariable String production) throws IOException {
        Production found = production(named.find(id), production);
        if (!Files.isDirectory(BuiltPackage.folder(archive, found))) {
            throw new NotThere();
        }
        Path file = zip.of(found);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + id + "-" + found.id() + ".zip\"")
                .body(new FileSystemResource(file));
    }

    /** Another person than the one who built it looked at the bundle. */
    @PostMapping("/requests/{id}/production/{production}/check")
    @Allowed({Role.CLERK, Role.LEGAL})
    String check(@PathVariable String id, @PathVariable String production, Who who, RedirectAttributes flash) {
        RecordsRequest request = named.find(id);
        Production found = production(request, production);
        return told(request, flash, found.id() + " is checked. It can be released.", () -> {
            BuiltPackage.requireWhole(archive, found, BuiltPackage.folder(archive, found));
            named.change(() -> archive.productions().check(found.id(), who.officer(), named.now()));
        });
    }

    @PostMapping("/requests/{id}/production/{production}/release")
    String release(@PathVariable String id, @PathVariable String production, Who who, RedirectAttributes flash) {
        RecordsRequest request = named.find(id);
        Production found = production(request, production);
        return told(
                request,
                flash,
                found.id() + " is released. What it shows can't be withheld later (Gov. Code 7921.505).",
                () -> named.change(() -> {
                    Production released = archive.productions().release(found.id(), who.officer(), named.now());
                    if (request.isOpen()) {
                        archive.requestSteps()
                                .take(
                                        request.id(),
                                        RequestStep.Kind.RELEASED,
                                        named.today(),
                                        found.id().value(),
                                        who.officer(),
                                        named.now());
                    }
                    return released;
                }));
    }

    private static String told(RecordsRequest request, RedirectAttributes flash, String done, Runnable deed) {
        try {
            deed.run();
            flash.addFlashAttribute("said", done);
        } catch (ProductionRefused refused) {
            flash.addFlashAttribute("refused", refused.getMessage());
        }
        return "redirect:/requests/" + request.id();
    }
}
