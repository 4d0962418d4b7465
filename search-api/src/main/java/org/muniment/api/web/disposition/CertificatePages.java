package org.muniment.api.web.disposition;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.Jobs;
import org.muniment.api.web.NotThere;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;
import org.muniment.archive.disposition.Plan;
import org.muniment.archive.disposition.certificate.Certificate;
import org.muniment.archive.disposition.certificate.CertificateCheck;
import org.muniment.archive.disposition.certificate.CertificateFiles.Issued;
import org.muniment.batch.expire.Certify;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Certificates of destruction: issued into the archive's folder {@code certificates}, checked, and downloaded. */
@Controller
@Allowed({Role.RECORDS_OFFICER, Role.AUDITOR})
class CertificatePages {
    private final Archive archive;
    private final Jobs jobs;

    CertificatePages(Archive archive, Jobs jobs) {
        this.archive = archive;
        this.jobs = jobs;
    }

    private static Path folder(Archive archive, Plan plan) {
        return archive.settings()
                .folder()
                .resolve("certificates")
                .resolve(plan.id().value());
    }

    /** The folder of a plan's latest certificate; empty when none was issued here. */
    static Optional<Path> latest(Archive archive, Plan plan) {
        return issues(folder(archive, plan)).stream()
                .max(Comparator.comparingInt(
                        path -> Integer.parseInt(path.getFileName().toString())))
                .map(path -> path.resolve("certificate-" + plan.id()))
                .filter(Files::isDirectory);
    }

    private static List<Path> issues(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(path -> path.getFileName().toString().matches("[1-9]\\d{0,8}"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The certificates can't be listed", e);
        }
    }

    @PostMapping("/disposition/plans/{id}/certificate")
    @Allowed(Role.RECORDS_OFFICER)
    String issue(@PathVariable String id, Who who) {
        Plan plan = PlanView.find(archive, id);
        String then = "/disposition/plans/" + plan.id() + "/certificate";
        return "redirect:/jobs/"
                + jobs.start("Issue the certificate of plan " + plan.id(), who, then, progress -> issue(plan));
    }

    /** Each into a folder of its own: what was handed out stays as it was. */
    private String issue(Plan plan) throws IOException {
        Path folder = folder(archive, plan);
        Path parent = Files.createDirectories(
                folder.resolve(String.valueOf(issues(folder).size() + 1)));
        try (Archive writing = Archive.write(archive.settings().folder(), archive.clock())) {
            Issued issued = new Certify(writing).certificate(plan.id(), parent);
            Certificate certificate = issued.certificate();
            return "Certificate " + certificate.certificate() + ": "
                    + certificate.destroyed().items() + " items destroyed."
                    + (issued.anew() ? "" : " It was issued before and is unchanged.");
        } catch (RuntimeException failed) {
            Files.deleteIfExists(parent);
            throw failed;
        }
    }

    @GetMapping("/disposition/plans/{id}/certificate")
    String page(@PathVariable String id, @RequestParam(defaultValue = "false") boolean check, Model model) {
        Plan plan = PlanView.find(archive, id);
        Path folder = latest(archive, plan).orElseThrow(NotThere::new);
        CertificateCheck.Result result =
                check ? CertificateCheck.check(folder, archive.ledger().publicKey()) : null;
        model.addAttribute("plan", PlanView.of(archive, plan));
        model.addAttribute("checked", result);
        model.addAttribute("key", archive.ledger().publicKey().toString());
        return "disposition/certificate";
    }

    @GetMapping("/disposition/plans/{id}/certificate.pdf")
    ResponseEntity<Resource> paper(@PathVariable String id) {
        Plan plan = PlanView.find(archive, id);
        Path paper = latest(archive, plan)
                .map(folder -> folder.resolve("certificate.pdf"))
                .filter(Files::isRegularFile)
                .orElseThrow(NotThere::new);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"certificate-" + plan.id() + ".pdf\"")
                .body(new FileSystemResource(paper));
    }

    @GetMapping("/disposition/plans/{id}/certificate.zip")
    void download(@PathVariable String id, HttpServletResponse response) throws IOException {
        Plan plan = PlanView.find(archive, id);
        Path folder = latest(archive, plan).orElseThrow(NotThere::new);
        response.setContentType("application/zip");
        response.setHeader("Content-Disposition", "attachment; filename=\"certificate-" + plan.id() + ".zip\"");
        try (ZipOutputStream zip = new ZipOutputStream(response.getOutputStream());
                Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                zip.putNextEntry(new ZipEntry("certificate-" + plan.id() + "/" + name));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
    }
}
