package org.muniment.api.web.disposition;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.NotThere;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;
import org.muniment.archive.disposition.Plan;
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

/** The certificate of a plan: issued, checked, and downloaded. */
@Controller
@Allowed({Role.RECORDS_OFFICER, Role.AUDITOR})
class CertificatePages {
    private final Archive archive;
    private final PlanPapers work;

    CertificatePages(Archive archive, PlanPapers work) {
        this.archive = archive;
        this.work = work;
    }

    @PostMapping("/disposition/plans/{id}/certificate")
    @Allowed(Role.RECORDS_OFFICER)
    String issue(@PathVariable String id, Who who) {
        return "redirect:/jobs/" + work.issue(PlanView.find(archive, id), who);
    }

    @GetMapping("/disposition/plans/{id}/certificate")
    String page(@PathVariable String id, @RequestParam(defaultValue = "false") boolean check, Model model) {
        Plan plan = PlanView.find(archive, id);
        work.latest(plan).orElseThrow(NotThere::new);
        model.addAttribute("plan", PlanView.of(archive, plan));
        model.addAttribute("checked", check ? work.check(plan) : null);
        model.addAttribute("key", archive.ledger().publicKey().toString());
        return "disposition/certificate";
    }

    @GetMapping("/disposition/plans/{id}/certificate.pdf")
    ResponseEntity<Resource> paper(@PathVariable String id) {
        Plan plan = PlanView.find(archive, id);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"certificate-" + plan.id() + ".pdf\"")
                .body(new FileSystemResource(work.paper(plan)));
    }

    @GetMapping("/disposition/plans/{id}/certificate.zip")
    void download(@PathVariable String id, HttpServletResponse response) throws IOException {
        Plan plan = PlanView.find(archive, id);
        work.latest(plan).orElseThrow(NotThere::new);
        response.setContentType("application/zip");
        response.setHeader("Content-Disposition", "attachment; filename=\"certificate-" + plan.id() + ".zip\"");
        work.zip(plan, response.getOutputStream());
    }
}
