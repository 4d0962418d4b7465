package org.muniment.api.web.search;

import java.util.Map;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.NotThere;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;
import org.muniment.archive.saved.SavedSearch;
import org.muniment.archive.saved.SavedSearchRefused;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Searches that people keep: the words, never the purpose, which is chosen anew each time. */
@Controller
@Allowed({Role.CLERK, Role.LEGAL, Role.RECORDS_OFFICER})
class SavedSearchPages {
    private static final String PATH = "/search/saved";

    private final Archive archive;

    SavedSearchPages(Archive archive) {
        this.archive = archive;
    }

    @PostMapping(PATH)
    String keep(@RequestParam Map<String, String> form, Who who, RedirectAttributes after) {
        String words = form.getOrDefault("q", "");
        boolean shared = form.getOrDefault("shared", "").equals("yes");
        try {
            SavedSearch kept = archive.catalogue()
                    .transactions()
                    .execute(status -> archive.savedSearches()
                            .save(
                                    who.user(),
                                    form.getOrDefault("name", ""),
                                    words,
                                    shared,
                                    archive.clock().instant()));
            after.addFlashAttribute("said", "The search is kept as “" + (kept == null ? "" : kept.name()) + "”.");
        } catch (SavedSearchRefused refused) {
            after.addFlashAttribute("refused", refused.getMessage());
        }
        return "redirect:" + Asked.of("/search", form, SearchPages.NAMES).link();
    }

    @PostMapping(PATH + "/{number}/forget")
    String forget(
            @PathVariable String number, @RequestParam Map<String, String> form, Who who, RedirectAttributes after) {
        Boolean gone = archive.catalogue()
                .transactions()
                .execute(status -> archive.savedSearches().forget(number(number), who.user()));
        if (!Boolean.TRUE.equals(gone)) {
            throw new NotThere();
        }
        after.addFlashAttribute("said", "The search is kept no more.");
        return "redirect:" + Asked.of("/search", form, SearchPages.NAMES).link();
    }

    /** The search, with the purpose that the address brings along. */
    @GetMapping(PATH + "/{number}")
    String open(@PathVariable String number, @RequestParam Map<String, String> parameters, Who who) {
        SavedSearch found =
                archive.savedSearches().find(number(number), who.user()).orElseThrow(NotThere::new);
        return "redirect:"
                + Asked.of("/search", parameters, java.util.List.of("for", "by"))
                        .with("q", found.query())
                        .link();
    }

    private static long number(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw new NotThere();
        }
        return Long.parseLong(text);
    }
}
