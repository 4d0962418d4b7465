package org.muniment.api.web.requests;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.muniment.api.BuiltPackage;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.NotThere;
import org.muniment.api.web.Who;
import org.muniment.api.web.items.BundleLooks;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;
import org.muniment.archive.production.Production;
import org.muniment.archive.production.ProductionRefused;
import org.muniment.archive.request.RecordsRequest;
import org.muniment.batch.produce.ProduceRequest.Consents;
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

/** What is handed out for a request: built and tested in the background, checked by a second person, downloaded, released, given up or replaced. */
@Controller
@Allowed(Role.CLERK)
class ProductionDeeds {
    private final Archive archive;
    private final NamedRequest named;
    private final PackageZip zip;
    private final BundleWork work;
    private final BundleLooks looks;

    ProductionDeeds(Archive archive, NamedRequest named, PackageZip zip, BundleWork work, BundleLooks looks) {
        this.archive = archive;
        this.named = named;
        this.zip = zip;
        this.work = work;
        this.looks = looks;
    }

    /** Looks for personal data in what is to be handed out, and proposes to remove it. */
    @PostMapping("/requests/{id}/suggestions")
    String suggest(@PathVariable String id, Who who) {
        RecordsRequest request = named.open(id);
        return "redirect:/jobs/" + work.suggest(request, who);
    }

    @PostMapping("/requests/{id}/production")
    String build(
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean earlier,
            @RequestParam(defaultValue = "false") boolean shown,
            @RequestParam(defaultValue = "") String replaces,
            Who who,
            RedirectAttributes flash) {
        RecordsRequest request = named.open(id);
        Production replaced = replaces.isEmpty() ? null : production(request, replaces);
        try {
            return "redirect:/jobs/" + work.build(request, new Consents(earlier, shown), replaced, who);
        } catch (ProductionRefused refused) {
            flash.addFlashAttribute("refused", refused.getMessage());
            return "redirect:/requests/" + request.id();
        }
    }

    private Production production(RecordsRequest request, String name) {
        return RequestPage.productions(archive, request.id()).stream()
                .filter(production -> production.id().value().equals(name))
                .findFirst()
                .orElseThrow(NotThere::new);
    }

    @GetMapping("/requests/{id}/production/{production}/bundle")
    @Allowed({Role.CLERK, Role.LEGAL})
    ResponseEntity<Resource> download(
            @PathVariable String id, @PathVariable String production, Who who, HttpServletRequest asked)
            throws IOException {
        Production found = production(named.find(id), production);
        if (!Files.isDirectory(BuiltPackage.folder(archive, found))) {
            throw new NotThere();
        }
        Path file = zip.of(found);
        looks.sending(who, found, "zip", Files.size(file), asked);
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
            work.check(found, who);
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
                () -> work.release(found, request, who));
    }

    /** Gives up one that was not released: whoever may look at it may say why it does not go out. */
    @PostMapping("/requests/{id}/production/{production}/abandonment")
    @Allowed({Role.CLERK, Role.LEGAL})
    String abandon(
            @PathVariable String id,
            @PathVariable String production,
            @RequestParam(defaultValue = "") String reason,
            Who who,
            RedirectAttributes flash) {
        RecordsRequest request = named.find(id);
        Production found = production(request, production);
        return told(
                request,
                flash,
                found.id() + " is given up. Its page numbers are not used again and stand in the list of gaps.",
                () -> work.abandon(found, reason, who));
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
