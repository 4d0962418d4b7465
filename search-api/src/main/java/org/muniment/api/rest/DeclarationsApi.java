package org.muniment.api.rest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.NotThere;
import org.muniment.api.web.Who;
import org.muniment.api.web.mine.KeepReasons;
import org.muniment.api.web.mine.Keeping;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Area;
import org.muniment.archive.access.Role;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.schedule.Declaration;
import org.muniment.archive.schedule.RecordClass;
import org.muniment.archive.schedule.ScheduleRefused;
import org.muniment.archive.schedule.SeriesId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What persons declare items of their own to be, and the second person who confirms it. */
@RestController
@RequestMapping(ApiSecurity.ROOT)
@Allowed({Role.CLERK, Role.RECORDS_OFFICER})
@For(Area.DISPOSITION)
class DeclarationsApi {
    private final Archive archive;
    private final Answers answers;
    private final Keeping keeping;
    private final KeepReasons reasons;

    DeclarationsApi(Archive archive, Answers answers, Keeping keeping, KeepReasons reasons) {
        this.archive = archive;
        this.answers = answers;
        this.keeping = keeping;
        this.reasons = reasons;
    }

    /**
     * What a person declared an item to be.
     *
     * @param number of the declaration among those about the item, from 1
     * @param recordClass 1 or 2
     * @param second who confirmed it; null while it waits
     * @param own whether the person who asks declared it, and so can't confirm it
     */
    record Declared(
            String item,
            long number,
            int recordClass,
            String series,
            String reason,
            String by,
            Instant at,
            @Nullable String second,
            boolean own) {
        static Declared of(Declaration one, Who who) {
            Officer second = one.second();
            return new Declared(
                    one.item().value(),
                    one.number(),
                    one.recordClass().number(),
                    one.series().value(),
                    one.reason(),
                    one.by().name(),
                    one.declared(),
                    second == null ? null : second.name(),
                    one.by().isSamePersonAs(who.officer()));
        }
    }

    /**
     * That an item of one's own is kept.
     *
     * @param recordClass 1 or 2
     * @param series one of the reasons
     */
    record Keep(int recordClass, String series) {}

    /** @param items whose declarations are right */
    record Confirm(List<String> items) {}

    /** One that was not confirmed. */
    record NotConfirmed(String item, String why) {}

    /** @param refused those that stay as they were, and why */
    record Confirmed(List<Declared> confirmed, List<NotConfirmed> refused) {}

    @GetMapping("/declarations/reasons")
    @Allowed(Role.STAFF)
    @Does(
            value = "For what reasons items are kept, by class, as the schedule in force names them",
            gives = KeepReasons.Offer.class,
            many = true)
    ResponseEntity<byte[]> reasons() {
        return answers.all(reasons.offers());
    }

    @PostMapping("/items/{item}/declaration")
    @Allowed(Role.STAFF)
    @Does(
            value = "Keeps an item of one's own from now on; a second person confirms it",
            takes = Keep.class,
            gives = Declared.class)
    ResponseEntity<byte[]> keep(Who who, @PathVariable String item, @RequestBody byte[] body) {
        Keep asked = answers.read(body, Keep.class);
        if (asked.recordClass() != 1 && asked.recordClass() != 2) {
            throw new IllegalArgumentException("recordClass is 1 or 2");
        }
        SeriesId series = new SeriesId(Needed.of("series", asked.series()));
        ItemId of = Ids.of(ItemId::new, item).orElseThrow(NotThere::new);
        return answers.one(Declared.of(keeping.keep(of, RecordClass.of(asked.recordClass()), series, who), who));
    }

    @GetMapping("/declarations")
    @Does(value = "Declarations that wait for a second person, the oldest first", gives = Declared.class, many = true)
    ResponseEntity<byte[]> waiting(
            Who who,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") int limit) {
        List<Declaration> read = archive.retention()
                .declarations()
                .pending(after == null ? null : named(after), Answers.limit(limit) + 1);
        return answers.page(
                read.stream().map(one -> Declared.of(one, who)).toList(),
                limit,
                one -> one.item() + "." + one.number());
    }

    /** The last one of the page before: its item, and its number. */
    private Declaration named(String key) {
        String item = key.replaceFirst("\\..*", "");
        return Ids.of(ItemId::new, item).stream()
                .flatMap(of -> archive.retention().declarations().about(of).stream())
                .filter(one -> key.equals(item + "." + one.number()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("after names no declaration"));
    }

    @PostMapping("/declarations/confirmation")
    @Does(
            value = "Confirms, as the second person, what was declared of items",
            takes = Confirm.class,
            gives = Confirmed.class)
    ResponseEntity<byte[]> confirm(Who who, @RequestBody byte[] body) {
        List<ItemId> items = Needed.of(
                        "items", answers.read(body, Confirm.class).items())
                .stream()
                .map(ItemId::new)
                .toList();
        List<Declared> confirmed = new ArrayList<>();
        List<NotConfirmed> refused = new ArrayList<>();
        for (ItemId item : items) {
            try {
                confirmed.add(Declared.of(keeping.confirm(item, who), who));
            } catch (ScheduleRefused why) {
                refused.add(new NotConfirmed(item.value(), String.valueOf(why.getMessage())));
            } catch (NotThere none) {
                refused.add(new NotConfirmed(item.value(), "There is no such item"));
            }
        }
        return answers.one(new Confirmed(confirmed, refused));
    }
}
