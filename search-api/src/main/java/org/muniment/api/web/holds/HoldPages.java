package org.muniment.api.web.holds;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.muniment.api.EventWords;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.NotThere;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;
import org.muniment.archive.hold.CaughtItems.Caught;
import org.muniment.archive.hold.HoldId;
import org.muniment.archive.hold.LegalHold;
import org.muniment.archive.item.ItemId;
import org.muniment.batch.holding.HoldWeek;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The holds, and one of them: what it covers, who was told, what changed, its history. */
@Controller
@Allowed({Role.LEGAL, Role.CLERK, Role.RECORDS_OFFICER})
class HoldPages {
    private static final int PAGE = 50;

    private final Archive archive;
    private final HoldTelling telling;

    HoldPages(Archive archive, HoldTelling telling) {
        this.archive = archive;
        this.telling = telling;
    }

    /** An entry of the ledger about a hold. */
    record Change(long entry, Instant at, String words) {}

    @GetMapping("/holds")
    String list(@RequestParam(defaultValue = "false") boolean all, Model model) {
        LocalDate today = archive.holds().day(archive.clock().instant());
        List<LegalHold> holds = archive.holds().all().reversed().stream()
                .filter(hold -> all || hold.bindsOn(today))
                .toList();
        model.addAttribute("holds", HoldLine.of(archive, holds));
        model.addAttribute("all", all);
        return "holds/list";
    }

    @GetMapping("/holds/{id}")
    String one(
            @PathVariable String id,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
            Who who,
            Model model) {
        LegalHold hold = find(archive, id);
        LocalDate today = archive.holds().day(archive.clock().instant());
        model.addAttribute("hold", HoldLine.of(archive, List.of(hold)).getFirst());
        model.addAttribute("state", hold.state());
        model.addAttribute("recipients", telling.recipients(hold));
        model.addAttribute("texts", telling.drafts(hold, who));
        model.addAttribute("mails", telling.mails());
        model.addAttribute("week", HoldWeek.of(archive, hold, to == null || to.isAfter(today) ? today : to));
        model.addAttribute("today", today);
        model.addAttribute("history", history(hold.id()));
        return "holds/hold";
    }

    private List<Change> history(HoldId hold) {
        return archive.ledger().entriesFor(hold.value()).stream()
                .map(entry -> new Change(entry.index(), entry.event().at(), EventWords.of(entry.event())))
                .toList();
    }

    @GetMapping("/holds/{id}/items")
    String items(@PathVariable String id, @RequestParam(required = false) @Nullable String after, Model model) {
        LegalHold hold = find(archive, id);
        List<Caught> page = archive.caughtItems().page(hold.id(), after(after), PAGE);
        model.addAttribute("hold", HoldLine.of(archive, List.of(hold)).getFirst());
        model.addAttribute("items", CaughtLine.of(archive, page));
        model.addAttribute(
                "next", page.size() < PAGE ? null : page.getLast().item().value());
        return "holds/items";
    }

    private static @Nullable ItemId after(@Nullable String typed) {
        try {
            return typed == null ? null : new ItemId(typed);
        } catch (IllegalArgumentException none) {
            throw new NotThere();
        }
    }

    /** The hold of that name. */
    static LegalHold find(Archive archive, String name) {
        try {
            return archive.holds()
                    .find(new HoldId(name.toUpperCase(Locale.ROOT)))
                    .orElseThrow(NotThere::new);
        } catch (IllegalArgumentException none) {
            throw new NotThere();
        }
    }
}
