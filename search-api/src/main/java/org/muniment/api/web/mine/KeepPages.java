package org.muniment.api.web.mine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.muniment.api.search.Mail;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.NotThere;
import org.muniment.api.web.Who;
import org.muniment.api.web.items.Place;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;
import org.muniment.archive.index.ItemDocument;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.archive.item.reading.StoredItems;
import org.muniment.archive.schedule.Declaration;
import org.muniment.archive.schedule.RecordClass;
import org.muniment.archive.schedule.RecordSeries;
import org.muniment.archive.schedule.ScheduleRefused;
import org.muniment.archive.schedule.SeriesId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What persons declare items of their own to be, instead of printing and filing them; and the clerk who confirms it. */
@Controller
class KeepPages {
    private static final int PAGE = 100;

    private final Archive archive;

    KeepPages(Archive archive) {
        this.archive = archive;
    }

    /** One that waits: with the title of its series, and whether the reader declared it. */
    record Waiting(Declaration declaration, String series, boolean isOwn) {}

    @PostMapping("/mine/items/{id}/keep")
    @Allowed(Role.STAFF)
    String keep(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String as,
            @RequestParam(defaultValue = "") String series,
            Who who,
            RedirectAttributes after) {
        ItemId item = Mail.own(archive, who.own())
                .find(Place.id(id))
                .orElseThrow(NotThere::new)
                .id();
        if (!as.matches("[12]") || series.isBlank()) {
            after.addFlashAttribute("refused", "Choose why the item is kept.");
            return "redirect:/mine/items/" + item;
        }
        RecordClass recordClass = RecordClass.of(Integer.parseInt(as));
        declare(item, recordClass, series, who);
        after.addFlashAttribute(
                "said",
                "Kept as " + recordClass.title()
                        + " from now on. The records clerk confirms it; you need not print it.");
        return "redirect:/mine/items/" + item;
    }

    private void declare(ItemId item, RecordClass recordClass, String series, Who who) {
        SeriesId named = series(series);
        ItemDocument document = document(item);
        archive.catalogue()
                .transactions()
                .executeWithoutResult(status -> archive.retention()
                        .declarations()
                        .declare(
                                document,
                                recordClass,
                                named,
                                "kept by " + who.name() + " as " + title(named),
                                who.officer(),
                                archive.retention().day(archive.clock().instant()),
                                archive.clock().instant()));
        archive.ledger().checkpoint();
    }

    private static SeriesId series(String name) {
        try {
            return new SeriesId(name);
        } catch (IllegalArgumentException none) {
            throw new NotThere();
        }
    }

    private ItemDocument document(ItemId item) {
        RegisteredItem row = archive.items().find(item).orElseThrow(NotThere::new);
        return new ItemDocument(
                new StoredItems(archive.objects(), archive.reader(), archive.reading()).read(row),
                archive.items().collections(item));
    }

    private String title(SeriesId series) {
        return titles().getOrDefault(series, series.value());
    }

    private Map<SeriesId, String> titles() {
        return archive.retention()
                .evaluations()
                .find(archive.retention().day(archive.clock().instant()))
                .map(evaluation -> evaluation.adopted().schedule().series().stream()
                        .collect(Collectors.toMap(RecordSeries::id, RecordSeries::title)))
                .orElse(Map.of());
    }

    /** What waits for a second person. */
    @GetMapping("/declarations")
    @Allowed({Role.CLERK, Role.RECORDS_OFFICER})
    String waiting(Who who, Model model) {
        Map<SeriesId, String> titles = titles();
        Function<Declaration, Waiting> shown = one -> new Waiting(
                one,
                titles.getOrDefault(one.series(), one.series().value()),
                one.by().isSamePersonAs(who.officer()));
        List<Declaration> page = archive.retention().declarations().pending(null, PAGE + 1);
        model.addAttribute("waiting", page.stream().limit(PAGE).map(shown).toList());
        model.addAttribute("more", page.size() > PAGE);
        return "mine/declarations";
    }

    @PostMapping("/declarations/confirm")
    @Allowed({Role.CLERK, Role.RECORDS_OFFICER})
    String confirm(
            @RequestParam(name = "item", required = false) List<String> items, Who who, RedirectAttributes after) {
        List<String> refused = new ArrayList<>();
        int confirmed = 0;
        for (String item : items == null ? List.<String>of() : items) {
            try {
                confirm(Place.id(item), who);
                confirmed++;
            } catch (ScheduleRefused why) {
                refused.add(why.getMessage());
            }
        }
        after.addFlashAttribute(
                "said", confirmed == 1 ? "1 declaration is confirmed." : confirmed + " declarations are confirmed.");
        if (!refused.isEmpty()) {
            after.addFlashAttribute("refused", refused.getFirst());
        }
        return "redirect:/declarations";
    }

    private void confirm(ItemId item, Who who) {
        ItemDocument document = document(item);
        archive.catalogue()
                .transactions()
                .executeWithoutResult(status -> archive.retention()
                        .declarations()
                        .confirm(
                                document,
                                who.officer(),
                                archive.retention().day(archive.clock().instant()),
                                archive.clock().instant()));
        archive.ledger().checkpoint();
    }
}
