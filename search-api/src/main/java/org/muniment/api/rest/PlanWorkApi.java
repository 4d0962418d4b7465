package org.muniment.api.rest;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniment.api.ShownPlan;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.Who;
import org.muniment.api.web.disposition.PlanWork;
import org.muniment.api.web.disposition.TakingOff;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Area;
import org.muniment.archive.access.Role;
import org.muniment.archive.disposition.Plan;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.schedule.SeriesId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Plans of destruction: made and carried out by jobs, given back while that can be. */
@RestController
@RequestMapping(ApiSecurity.ROOT + "/plans")
@Allowed(Role.RECORDS_OFFICER)
@For(Area.DISPOSITION)
class PlanWorkApi {
    private final Archive archive;
    private final Answers answers;
    private final Nouns nouns;
    private final Telling telling;
    private final PlanWork work;

    PlanWorkApi(Archive archive, Answers answers, Nouns nouns, Telling telling, PlanWork work) {
        this.archive = archive;
        this.answers = answers;
        this.nouns = nouns;
        this.telling = telling;
        this.work = work;
    }

    /**
     * A plan to be made.
     *
     * @param asOf what is due on this day, ISO 8601; today when it is left out
     * @param series of these only; of all when it is left out
     * @param unattended whether the board's standing authority is to carry it
     */
    record Propose(
            @Nullable String asOf,
            @Nullable List<String> series,
            @Nullable Boolean unattended) {}

    /**
     * What is taken off the list again.
     *
     * @param items their ids; all when it is left out
     * @param reason why they are kept
     */
    record Restore(@Nullable List<String> items, String reason) {}

    /** @param lost items whose destruction had begun, so that they could not be given back */
    record Restored(ShownPlan plan, List<String> lost) {}

    @PostMapping
    @Does(
            value = "Begins to make a plan of what is due; the job says what came of it",
            takes = Propose.class,
            gives = JobsApi.Shown.class,
            status = 202)
    ResponseEntity<byte[]> propose(Who who, @RequestBody byte[] body) {
        Propose asked = answers.read(body, Propose.class);
        List<String> names = asked.series() == null ? List.of() : asked.series();
        Set<SeriesId> series = names.stream().map(SeriesId::new).collect(Collectors.toCollection(LinkedHashSet::new));
        boolean unattended = Boolean.TRUE.equals(asked.unattended());
        return telling.begun(work.propose(Scopes.day("asOf", asked.asOf()), series, unattended, who));
    }

    @PostMapping("/execution")
    @Does(
            value = "Begins to carry out every plan that is approved, with each veto asked again",
            takes = Nothing.class,
            gives = JobsApi.Shown.class,
            status = 202)
    ResponseEntity<byte[]> execute(Who who, @RequestBody byte[] body) {
        answers.read(body, Nothing.class);
        return telling.begun(work.execute(who));
    }

    @PostMapping("/{plan}/restoration")
    @Does(
            value = "Gives items back that wait for their destruction, or takes them off a plan that is not begun",
            takes = Restore.class,
            gives = Restored.class)
    ResponseEntity<byte[]> restore(
            Who who,
            @PathVariable String plan,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody byte[] body) {
        Plan found = nouns.plan(plan);
        answers.require(match, ShownPlan.of(archive, found));
        Restore asked = answers.read(body, Restore.class);
        if (asked.items() != null && asked.items().isEmpty()) {
            throw new IllegalArgumentException("items are ids; leave them out to give all of the plan back");
        }
        List<ItemId> items = asked.items() == null
                ? List.of()
                : asked.items().stream().map(ItemId::new).toList();
        List<ItemId> lost =
                new TakingOff(archive).run(found, items, who.officer(), Needed.of("reason", asked.reason()));
        archive.ledger().checkpoint();
        return answers.one(new Restored(
                ShownPlan.of(archive, nouns.plan(plan)),
                lost.stream().map(ItemId::value).toList()));
    }
}
