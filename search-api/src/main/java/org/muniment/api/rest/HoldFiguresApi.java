package org.muniment.api.rest;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.api.CaughtItem;
import org.muniment.api.WholeHold;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.Changes;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Area;
import org.muniment.archive.access.Role;
import org.muniment.archive.hold.CaughtItems.Caught;
import org.muniment.archive.hold.LegalHold;
import org.muniment.archive.item.ItemId;
import org.muniment.batch.holding.HeldDue;
import org.muniment.batch.holding.HoldPreview;
import org.muniment.batch.holding.HoldWeek;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What holds mean: before one is placed, for items, week by week, and for what is due. */
@RestController
@RequestMapping(ApiSecurity.ROOT + "/holds")
@Allowed({Role.LEGAL, Role.RECORDS_OFFICER, Role.CLERK})
@For(Area.HOLDS)
class HoldFiguresApi {
    private final Archive archive;
    private final Answers answers;
    private final Nouns nouns;
    private final Scopes scopes;
    private final Sight sight;
    private final Changes changes;

    HoldFiguresApi(Archive archive, Answers answers, Nouns nouns, Scopes scopes, Sight sight, Changes changes) {
        this.archive = archive;
        this.answers = answers;
        this.nouns = nouns;
        this.scopes = scopes;
        this.sight = sight;
        this.changes = changes;
    }

    /**
     * What changed for a hold within seven days.
     *
     * @param added items that came onto its list
     * @param latest the latest of them, newest first
     */
    record Week(
            LocalDate from,
            LocalDate to,
            long added,
            List<String> latest,
            List<HoldWeek.Leaving> leaving,
            List<HoldWeek.Failing> failing) {
        static Week of(HoldWeek one) {
            return new Week(
                    one.from(),
                    one.to(),
                    one.added(),
                    one.latest().stream().map(caught -> caught.item().value()).toList(),
                    one.leaving(),
                    one.failing());
        }
    }

    @PostMapping("/preview")
    @Allowed(Role.LEGAL)
    @Does(
            value = "What a hold would cover, and what of it is due tonight; nothing is placed",
            takes = Scopes.Asked.class,
            gives = HoldPreview.class)
    ResponseEntity<byte[]> preview(@RequestBody byte[] body) {
        return answers.one(HoldPreview.of(archive, scopes.of(answers.read(body, Scopes.Asked.class))));
    }

    @GetMapping("/due")
    @Does(
            value = "What its period would let go and holds keep; what items are about only for a purpose",
            gives = HeldDue.class)
    ResponseEntity<byte[]> due(
            Who who,
            @RequestParam(name = "for", required = false) @Nullable String purpose,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(defaultValue = "100") int limit) {
        LocalDate today = archive.holds().day(changes.now());
        LocalDate asked = Scopes.day("asOf", asOf);
        HeldDue found =
                HeldDue.kept(archive, asked == null ? today : asked, today, limit == 0 ? 0 : Answers.limit(limit));
        boolean words = looked(
                who,
                purpose,
                found.items().stream().map(row -> new ItemId(row.id())).toList());
        return answers.one(words ? found : withoutWords(found));
    }

    private static HeldDue withoutWords(HeldDue found) {
        return new HeldDue(
                found.asOf(),
                found.total(),
                found.bySeries(),
                found.byHold(),
                found.items().stream()
                        .map(row -> new HeldDue.Row(row.id(), row.series(), row.eligible(), row.holds(), ""))
                        .toList());
    }

    /** Whether somebody said for what, which is recorded. */
    private boolean looked(Who who, @Nullable String purpose, List<ItemId> items) {
        Sight.Seeing seeing = sight.of(who, purpose);
        sight.looked(seeing, items);
        return seeing.purpose() != null;
    }

    @GetMapping("/{hold}/whole")
    @Does(value = "A hold with its history and who was told", gives = WholeHold.class)
    ResponseEntity<byte[]> whole(@PathVariable String hold) {
        return answers.one(WholeHold.of(archive, nouns.hold(hold)));
    }

    @GetMapping("/{hold}/week")
    @Does(
            value = "What changed for a hold within the seven days up to a day; today when it is left out",
            gives = Week.class)
    ResponseEntity<byte[]> week(@PathVariable String hold, @RequestParam(required = false) @Nullable String to) {
        LegalHold found = nouns.hold(hold);
        LocalDate today = archive.holds().day(changes.now());
        LocalDate last = Scopes.day("to", to);
        return answers.one(Week.of(HoldWeek.of(archive, found, last == null || last.isAfter(today) ? today : last)));
    }

    @GetMapping("/{hold}/items")
    @Allowed({Role.LEGAL, Role.RECORDS_OFFICER, Role.CLERK, Role.AUDITOR})
    @Does(
            value = "The items that a hold caught, as far as they are listed; what they are about only for a purpose",
            gives = CaughtItem.class,
            many = true)
    ResponseEntity<byte[]> items(
            Who who,
            @PathVariable String hold,
            @RequestParam(name = "for", required = false) @Nullable String purpose,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") int limit) {
        List<Caught> read = archive.caughtItems()
                .page(nouns.hold(hold).id(), after == null ? null : new ItemId(after), Answers.limit(limit) + 1);
        boolean words = looked(
                who, purpose, read.stream().limit(limit).map(Caught::item).toList());
        List<CaughtItem> items = CaughtItem.of(archive, read).stream()
                .map(one -> words ? one : one.withoutWords())
                .toList();
        return answers.page(items, limit, CaughtItem::id);
    }
}
