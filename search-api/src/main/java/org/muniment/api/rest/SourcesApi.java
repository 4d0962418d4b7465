package org.muniment.api.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.Who;
import org.muniment.api.web.admin.SourceWork;
import org.muniment.archive.access.Area;
import org.muniment.archive.access.Role;
import org.muniment.batch.ingest.sources.SettingsProblem;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The sources that the district set up: tried, and taken in. */
@RestController
@RequestMapping(ApiSecurity.ROOT + "/sources")
@Allowed(Role.ADMINISTRATOR)
@For(Area.ADMIN)
class SourcesApi {
    private final Answers answers;
    private final Telling telling;
    private final SourceWork work;

    SourcesApi(Answers answers, Telling telling, SourceWork work) {
        this.answers = answers;
        this.telling = telling;
        this.work = work;
    }

    /** @param names as sources.yaml has them; all when it is left out */
    record Collect(@Nullable List<String> names) {}

    @PostMapping("/collection")
    @Does(
            value = "Begins to take in what sources hold, each from where it stopped; the job says what came of each",
            takes = Collect.class,
            gives = JobsApi.Shown.class,
            status = 202)
    ResponseEntity<byte[]> collect(Who who, @RequestBody byte[] body) throws SettingsProblem {
        List<String> names = answers.read(body, Collect.class).names();
        return telling.begun(work.collect(names == null ? List.of() : Needed.of("names", names), who));
    }

    @PostMapping("/check")
    @Does(
            value = "Begins to try every source; nothing is taken in",
            takes = Nothing.class,
            gives = JobsApi.Shown.class,
            status = 202)
    ResponseEntity<byte[]> check(Who who, @RequestBody byte[] body) {
        answers.read(body, Nothing.class);
        return telling.begun(work.check(who));
    }
}
