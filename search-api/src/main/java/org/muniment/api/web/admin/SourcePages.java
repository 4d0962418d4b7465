package org.muniment.api.web.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;
import org.muniment.batch.ingest.sources.SettingsProblem;
import org.muniment.batch.ingest.sources.SourceEntry;
import org.muniment.batch.ingest.sources.SourcesFile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Where items come from, what came of it last, and whether each source can be reached. */
@Controller
@Allowed({Role.ADMINISTRATOR, Role.AUDITOR})
class SourcePages {
    private static final int RUNS = 20;

    private final Archive archive;
    private final SourceWork work;

    SourcePages(Archive archive, SourceWork work) {
        this.archive = archive;
        this.work = work;
    }

    /** @param problem what is wrong with the entry; null when it is right */
    record Entry(
            String name, String type, @Nullable String problem, List<String> warnings, List<SourceWork.Place> places) {}

    @GetMapping("/admin/sources")
    String page(Model model) {
        SourcesFile file = work.file();
        model.addAttribute("file", file.file().toString());
        model.addAttribute("there", file.exists());
        try {
            model.addAttribute(
                    "entries",
                    file.exists() ? file.read().stream().map(this::entry).toList() : List.of());
        } catch (SettingsProblem wrong) {
            model.addAttribute("entries", List.of());
            model.addAttribute("problem", String.valueOf(wrong.getMessage()));
        }
        model.addAttribute("runs", archive.runs().latest(RUNS));
        return "admin/sources";
    }

    private Entry entry(SourceEntry entry) {
        return new Entry(
                entry.name(),
                entry.type(),
                entry.problem().map(Throwable::getMessage).orElse(null),
                entry.warnings(),
                work.places(entry));
    }

    @PostMapping("/admin/sources/check")
    @Allowed(Role.ADMINISTRATOR)
    String check(Who who) {
        return "redirect:/jobs/" + work.check(who);
    }
}
