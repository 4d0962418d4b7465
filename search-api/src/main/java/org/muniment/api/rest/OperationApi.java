package org.muniment.api.rest;

import java.util.List;
import org.muniment.api.ShownStatus;
import org.muniment.api.web.Allowed;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;
import org.muniment.archive.item.Rejection;
import org.muniment.archive.item.Run;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is in the archive, and what was taken in. */
@RestController
@RequestMapping(ApiSecurity.ROOT)
@Allowed({Role.CLERK, Role.LEGAL, Role.RECORDS_OFFICER, Role.ADMINISTRATOR, Role.AUDITOR})
class OperationApi {
    private final Archive archive;
    private final Answers answers;

    OperationApi(Archive archive, Answers answers) {
        this.archive = archive;
        this.answers = answers;
    }

    @GetMapping("/status")
    @Does(value = "What is in the archive and how it is kept", gives = ShownStatus.class)
    ResponseEntity<byte[]> status() {
        return answers.one(ShownStatus.of(archive));
    }

    @GetMapping("/runs")
    @Does(value = "The latest runs of an ingest, the newest first", gives = Run.class, many = true)
    ResponseEntity<byte[]> runs(@RequestParam(defaultValue = "100") int limit) {
        return answers.all(archive.runs().latest(Answers.limit(limit)));
    }

    @GetMapping("/runs/unreconciled")
    @Does(value = "Runs that do not add up, or were not ended", gives = Run.class, many = true)
    ResponseEntity<byte[]> unreconciled() {
        return answers.all(archive.runs().unreconciled());
    }

    @GetMapping("/runs/{run}")
    @Does(value = "A run", gives = Run.class)
    ResponseEntity<byte[]> run(@PathVariable String run) {
        return answers.one(found(run));
    }

    private Run found(String run) {
        return archive.runs().find(run).orElseThrow(org.muniment.api.web.NotThere::new);
    }

    @GetMapping("/runs/{run}/rejections")
    @Does(value = "What a run could not take in", gives = Rejection.class, many = true)
    ResponseEntity<byte[]> rejections(
            @PathVariable String run,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "100") int limit) {
        List<Rejection> read = archive.runs().rejections(found(run).id(), after, Answers.limit(limit) + 1);
        return answers.page(read, limit, last -> after + limit);
    }
}
