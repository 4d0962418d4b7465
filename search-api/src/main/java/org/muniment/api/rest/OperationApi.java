package org.muniment.api.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.api.ShownStatus;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.NotThere;
import org.muniment.api.web.admin.SourceWork;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Area;
import org.muniment.archive.access.Role;
import org.muniment.archive.item.Rejection;
import org.muniment.archive.item.Run;
import org.muniment.batch.ingest.sources.SettingsProblem;
import org.muniment.batch.ingest.sources.SourceEntry;
import org.muniment.batch.ingest.sources.SourcesFile;
import org.muniment.batch.nightly.NightPages;
import org.muniment.batch.nightly.NightReport;
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
@For(Area.ADMIN)
class OperationApi {
    private final Archive archive;
    private final Answers answers;
    private final NightPages nights;
    private final SourceWork work;

    OperationApi(Archive archive, Answers answers, SourceWork work) {
        this.work = work;
        this.archive = archive;
        this.nights = new NightPages(archive.settings().folder().resolve("reports"), report -> "");
        this.answers = answers;
    }

    /** A night that left a report, by its name. */
    record Night(String name) {}

    /**
     * An entry of sources.yaml; no secret is in it.
     *
     * @param line where it begins in the file
     * @param accounts how many mailboxes or places it stands for
     * @param problem what is wrong with it; null when nothing is
     * @param places those it is collected from, and what came of each last
     */
    record ShownSource(
            String name,
            String type,
            int line,
            int accounts,
            @Nullable String problem,
            List<String> warnings,
            List<SourceWork.Place> places) {
        static ShownSource of(SourceEntry entry, List<SourceWork.Place> places) {
            return new ShownSource(
                    entry.name(),
                    entry.type(),
                    entry.line(),
                    entry.accounts().size(),
                    entry.problem()
                            .map(wrong -> String.valueOf(wrong.getMessage()))
                            .orElse(null),
                    entry.warnings(),
                    places);
        }
    }

    @GetMapping("/status")
    @Does(value = "What is in the archive and how it is kept", gives = ShownStatus.class)
    ResponseEntity<byte[]> status() {
        return answers.one(ShownStatus.of(archive));
    }

    @GetMapping("/runs")
    @Does(value = "The latest runs of an ingest, the newest first", gives = Run.class, many = true)
    ResponseEntity<byte[]> runs(
            @RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "100") int limit) {
        int most = Answers.limit(limit) + 1;
        List<Run> read =
                after == null ? archive.runs().latest(most) : archive.runs().latest(after, most);
        return answers.page(read, limit, Run::id);
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
        return archive.runs().find(run).orElseThrow(NotThere::new);
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

    @GetMapping("/nights")
    @Does(value = "The nights that left a report, the latest first", gives = Night.class, many = true)
    ResponseEntity<byte[]> nights(
            @RequestParam(defaultValue = "0") int after, @RequestParam(defaultValue = "100") int limit) {
        List<Night> read = nights.names().stream()
                .skip(Math.max(0, after))
                .limit(Answers.limit(limit) + 1L)
                .map(Night::new)
                .toList();
        return answers.page(read, limit, last -> after + limit);
    }

    @GetMapping("/nights/{night}")
    @Does(value = "What a night did", gives = NightReport.class)
    ResponseEntity<byte[]> night(@PathVariable String night) {
        return answers.one(nights.read(night).orElseThrow(NotThere::new));
    }

    @GetMapping("/sources")
    @Allowed({Role.ADMINISTRATOR, Role.RECORDS_OFFICER, Role.AUDITOR})
    @Does(value = "Where items come from, as sources.yaml names it", gives = ShownSource.class, many = true)
    ResponseEntity<byte[]> sources() throws SettingsProblem {
        SourcesFile file = work.file();
        return answers.all(
                file.exists()
                        ? file.read().stream()
                                .map(entry -> ShownSource.of(entry, work.places(entry)))
                                .toList()
                        : List.of());
    }
}
