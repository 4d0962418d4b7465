package org.muniment.api.rest;

import org.jspecify.annotations.Nullable;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.Who;
import org.muniment.api.web.requests.BundleWork;
import org.muniment.api.web.requests.NamedRequest;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Area;
import org.muniment.archive.access.Role;
import org.muniment.archive.production.Production;
import org.muniment.archive.production.ProductionId;
import org.muniment.archive.request.RecordsRequest;
import org.muniment.batch.produce.ProduceRequest.Consents;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is handed out for a request, and what may have to be removed from it: each by a job. */
@RestController
@RequestMapping(ApiSecurity.ROOT + "/requests/{request}")
@Allowed(Role.CLERK)
class BundlesApi {
    private final Archive archive;
    private final Answers answers;
    private final Telling telling;
    private final BundleWork work;
    private final NamedRequest named;

    BundlesApi(Archive archive, Answers answers, Telling telling, BundleWork work, NamedRequest named) {
        this.named = named;
        this.archive = archive;
        this.answers = answers;
        this.telling = telling;
        this.work = work;
    }

    /**
     * A bundle to be built.
     *
     * @param replaces the released production of the request that it replaces, such as PR1
     * @param earlier whether a person let pass that an item is shown otherwise than in an earlier release
     * @param shown whether a person let pass that words hidden at one place are to be seen at another
     */
    record Build(
            @Nullable String replaces,
            @Nullable Boolean earlier,
            @Nullable Boolean shown) {}

    @PostMapping("/productions")
    @For(Area.PRODUCTIONS)
    @Does(
            value = "Begins to build and test the bundle of a request; the job names the production",
            takes = Build.class,
            gives = JobsApi.Shown.class,
            status = 202)
    ResponseEntity<byte[]> build(Who who, @PathVariable String request, @RequestBody byte[] body) {
        RecordsRequest found = named.open(request);
        Build asked = answers.read(body, Build.class);
        Consents consents = new Consents(Boolean.TRUE.equals(asked.earlier()), Boolean.TRUE.equals(asked.shown()));
        String replaces = asked.replaces();
        return telling.begun(work.build(found, consents, replaces == null ? null : replaced(replaces), who));
    }

    private Production replaced(String name) {
        return Ids.of(ProductionId::new, name)
                .flatMap(archive.productions()::find)
                .orElseThrow(() -> new IllegalArgumentException("replaces: there is no production " + name));
    }

    @PostMapping("/suggestions")
    @For(Area.REQUESTS)
    @Does(
            value = "Begins to look for personal data in what is to be handed out; what is found waits as redactions",
            takes = Nothing.class,
            gives = JobsApi.Shown.class,
            status = 202)
    ResponseEntity<byte[]> suggest(Who who, @PathVariable String request, @RequestBody byte[] body) {
        RecordsRequest found = named.open(request);
        answers.read(body, Nothing.class);
        return telling.begun(work.suggest(found, who));
    }
}
