package org.muniment.api.web.mine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.muniment.api.search.Mail;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.NotThere;
import org.muniment.api.web.Who;
import org.muniment.api.web.items.Place;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.schedule.Declaration;
import org.muniment.archive.schedule.RecordClass;
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
    private final Keeping keeping;

    KeepPages(Archive archive, Keeping keeping) {
        this.archive = archive;
        this.keeping = keeping;
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
        keeping.keep(item, recordClass, series(series), who);
        after.addFlashAttribute(
                "said",
                "Kept as " + recordClass.title()
                        + " from now on. The records clerk confirms it; you need not print it.");
        return "redirect:/mine/items/" + item;
    }

    private static SeriesId series(String name) {
        try {
            return new SeriesId(name);
        } catch (IllegalArgumentException none) {
            throw new NotThere();
        }
    }

    /** What waits for a second person. */
    @GetMapping("/declarations")
    @Allowed({Role.CLERK, Role.RECORDS_OFFICER})
    String waiting(Who who, Model model) {
        Map<SeriesId, String> titles = keeping.titles();
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
                keeping.confirm(Place.id(item), who);
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
}
