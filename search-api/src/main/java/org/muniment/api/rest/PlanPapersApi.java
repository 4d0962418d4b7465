package org.muniment.api.rest;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.NotThere;
import org.muniment.api.web.Who;
import org.muniment.api.web.disposition.PlanPapers;
import org.muniment.archive.access.Area;
import org.muniment.archive.access.Role;
import org.muniment.archive.disposition.Plan;
import org.muniment.archive.disposition.certificate.CertificateCheck;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The papers of a plan: the board's list before, the certificate of destruction after. */
@RestController
@RequestMapping(ApiSecurity.ROOT + "/plans/{plan}")
@Allowed({Role.RECORDS_OFFICER, Role.AUDITOR})
@For(Area.DISPOSITION)
class PlanPapersApi {
    private final Answers answers;
    private final Telling telling;
    private final Nouns nouns;
    private final PlanPapers papers;

    PlanPapersApi(Answers answers, Telling telling, Nouns nouns, PlanPapers papers) {
        this.answers = answers;
        this.telling = telling;
        this.nouns = nouns;
        this.papers = papers;
    }

    /**
     * What checking a certificate with its files and the ledger's public key found.
     *
     * @param lines items that it names
     * @param proofs those of them that the ledger proves
     */
    record Checked(boolean clean, long lines, long proofs, List<CertificateCheck.Finding> findings) {
        static Checked of(CertificateCheck.Result result) {
            return new Checked(result.isClean(), result.lines(), result.proofs(), result.findings());
        }
    }

    @GetMapping("/board")
    @Does(value = "The list for the board, as PDF/A", media = "application/pdf")
    ResponseEntity<byte[]> board(@PathVariable String plan) throws IOException {
        Plan found = nouns.plan(plan);
        ByteArrayOutputStream paper = new ByteArrayOutputStream();
        papers.boardPaper(found, paper);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).body(paper.toByteArray());
    }

    @GetMapping("/board/lines")
    @Does(value = "The lines of the list for the board, while it waits, as CSV", media = "text/csv")
    ResponseEntity<byte[]> lines(@PathVariable String plan) throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        papers.boardLines(nouns.plan(plan), lines);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .body(lines.toByteArray());
    }

    @PostMapping("/certificate")
    @Allowed(Role.RECORDS_OFFICER)
    @Does(
            value = "Begins to issue the certificate of what a plan destroyed",
            takes = Nothing.class,
            gives = JobsApi.Shown.class,
            status = 202)
    ResponseEntity<byte[]> issue(Who who, @PathVariable String plan, @RequestBody byte[] body) {
        Plan found = nouns.plan(plan);
        answers.read(body, Nothing.class);
        return telling.begun(papers.issue(found, who));
    }

    @GetMapping("/certificate")
    @Does(value = "Checks the latest certificate with its files and the public key alone", gives = Checked.class)
    ResponseEntity<byte[]> check(@PathVariable String plan) {
        return answers.one(Checked.of(papers.check(nouns.plan(plan))));
    }

    @GetMapping("/certificate/paper")
    @Does(value = "The latest certificate, as PDF/A", media = "application/pdf")
    ResponseEntity<Resource> paper(@PathVariable String plan) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .body(new FileSystemResource(papers.paper(nouns.plan(plan))));
    }

    @GetMapping("/certificate/files")
    @Does(value = "The latest certificate with a proof for each item, as zip", media = "application/zip")
    void files(@PathVariable String plan, HttpServletResponse response) throws IOException {
        Plan found = nouns.plan(plan);
        papers.latest(found).orElseThrow(NotThere::new);
        response.setContentType("application/zip");
        papers.zip(found, response.getOutputStream());
    }
}
