package org.muniment.api.rest;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.api.PlannedItem;
import org.muniment.api.ShownPlan;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.Who;
import org.muniment.api.web.disposition.TakingOff;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Area;
import org.muniment.archive.access.Role;
import org.muniment.archive.disposition.BoardAction;
import org.muniment.archive.disposition.Plan;
import org.muniment.archive.disposition.PlanId;
import org.muniment.archive.disposition.PlanLine;
import org.muniment.archive.disposition.Refused;
import org.muniment.archive.item.ItemId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Plans of destruction: looked at, approved by the second person, taken off. */
@RestController
@RequestMapping(ApiSecurity.ROOT + "/plans")
@Allowed({Role.RECORDS_OFFICER, Role.LEGAL, Role.AUDITOR})
@For(Area.DISPOSITION)
class DispositionApi {
    private final Archive archive;
    private final Answers answers;
    private final Nouns nouns;

    DispositionApi(Archive archive, Answers answers, Nouns nouns) {
        this.archive = archive;
        this.answers = answers;
        this.nouns = nouns;
    }

    /**
     * The board's action.
     *
     * @param meeting the day of the board's meeting, ISO 8601
     * @param reference where the minutes have it
     */
    record Approve(String meeting, String reference) {}

    /**
     * A line that is taken off.
     *
     * @param item its item; all lines when it is left out
     */
    record Withdraw(@Nullable String item, String reason) {}

    @GetMapping
    @Does(value = "The latest plans, the newest first", gives = ShownPlan.class, many = true)
    ResponseEntity<byte[]> list(
            @RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "100") int limit) {
        PlanId last = after == null ? null : new PlanId(after);
        List<Plan> read = archive.disposal().plans().latest(last, Answers.limit(limit) + 1);
        return answers.page(
                read.stream().map(plan -> ShownPlan.of(archive, plan)).toList(), limit, ShownPlan::id);
    }

    @GetMapping("/{plan}")
    @Does(value = "A plan", gives = ShownPlan.class)
    ResponseEntity<byte[]> show(@PathVariable String plan) {
        return answers.one(ShownPlan.of(archive, nouns.plan(plan)));
    }

    @GetMapping("/{plan}/lines")
    @Does(value = "The items of a plan and what became of each", gives = PlannedItem.class, many = true)
    ResponseEntity<byte[]> lines(
            @PathVariable String plan,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "100") int limit) {
        List<PlanLine> read = archive.disposal().plans().lines(nouns.plan(plan).id(), after, Answers.limit(limit) + 1);
        return answers.page(read.stream().map(PlannedItem::of).toList(), limit, PlannedItem::number);
    }

    @GetMapping("/{plan}/kept")
    @Does(value = "The items that were due and are kept, and why", gives = PlannedItem.Kept.class, many = true)
    ResponseEntity<byte[]> kept(
            @PathVariable String plan,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") int limit) {
        List<Refused> read = archive.disposal()
                .plans()
                .refusals(nouns.plan(plan).id(), after == null ? null : new ItemId(after), Answers.limit(limit) + 1);
        return answers.page(read.stream().map(PlannedItem.Kept::of).toList(), limit, PlannedItem.Kept::item);
    }

    @PostMapping("/{plan}/approve")
    @Allowed(Role.RECORDS_OFFICER)
    @Does(
            value = "The second person approves a plan with the board's action",
            takes = Approve.class,
            gives = ShownPlan.class)
    ResponseEntity<byte[]> approve(
            Who who,
            @PathVariable String plan,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody byte[] body) {
        Plan found = unchanged(plan, match);
        Approve asked = answers.read(body, Approve.class);
        LocalDate meeting = Scopes.day("meeting", asked.meeting());
        if (meeting == null || asked.reference() == null) {
            throw new IllegalArgumentException("meeting and reference are needed: the board's action");
        }
        archive.catalogue()
                .transactions()
                .executeWithoutResult(status -> archive.disposal()
                        .plans()
                        .approve(
                                found.id(),
                                who.officer(),
                                new BoardAction(meeting, asked.reference()),
                                archive.clock().instant()));
        archive.ledger().checkpoint();
        return show(plan);
    }

    @PostMapping("/{plan}/withdraw")
    @Allowed(Role.RECORDS_OFFICER)
    @Does(value = "Takes an item, or all, off a plan", takes = Withdraw.class, gives = ShownPlan.class)
    ResponseEntity<byte[]> withdraw(
            Who who,
            @PathVariable String plan,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody byte[] body) {
        Plan found = unchanged(plan, match);
        Withdraw asked = answers.read(body, Withdraw.class);
        String item = asked.item();
        List<ItemId> items = item == null ? List.of() : List.of(new ItemId(item));
        if (found.stage() instanceof Plan.Stage.Condemned) {
            throw new org.muniment.api.rest.Refused(
                    409, "That was refused", "The items of " + plan + " are hidden already: give them back instead.");
        }
        new TakingOff(archive).run(found, items, who.officer(), Needed.of("reason", asked.reason()));
        archive.ledger().checkpoint();
        return show(plan);
    }

    private Plan unchanged(String plan, @Nullable String match) {
        Plan found = nouns.plan(plan);
        answers.require(match, ShownPlan.of(archive, found));
        return found;
    }
}
