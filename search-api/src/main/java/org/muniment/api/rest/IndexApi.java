package org.muniment.api.rest;

import org.muniment.api.web.Allowed;
import org.muniment.api.web.Who;
import org.muniment.api.web.admin.ArchiveWork;
import org.muniment.archive.access.Area;
import org.muniment.archive.access.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The search index: brought up to date, or built again. */
@RestController
@RequestMapping(ApiSecurity.ROOT + "/index")
@Allowed(Role.ADMINISTRATOR)
@For(Area.ADMIN)
class IndexApi {
    private final Answers answers;
    private final Telling telling;
    private final ArchiveWork work;

    IndexApi(Answers answers, Telling telling, ArchiveWork work) {
        this.answers = answers;
        this.telling = telling;
        this.work = work;
    }

    @PostMapping("/rebuilding")
    @Does(value = "Begins to build the index again", takes = Nothing.class, gives = JobsApi.Shown.class, status = 202)
    ResponseEntity<byte[]> rebuild(Who who, @RequestBody byte[] body) {
        answers.read(body, Nothing.class);
        return telling.begun(work.rebuild(who));
    }

    @PostMapping("/catching-up")
    @Does(
            value = "Begins to bring into the index what it lacks",
            takes = Nothing.class,
            gives = JobsApi.Shown.class,
            status = 202)
    ResponseEntity<byte[]> catchUp(Who who, @RequestBody byte[] body) {
        answers.read(body, Nothing.class);
        return telling.begun(work.catchUp(who));
    }
}
