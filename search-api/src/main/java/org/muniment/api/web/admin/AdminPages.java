package org.muniment.api.web.admin;

import org.muniment.api.web.Allowed;
import org.muniment.api.web.Jobs;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;
import org.muniment.archive.item.Holdings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How the archive stands, on one page, for whoever looks after it; and all jobs. */
@Controller
@Allowed({Role.ADMINISTRATOR, Role.AUDITOR})
class AdminPages {
    private final Archive archive;
    private final Jobs jobs;

    AdminPages(Archive archive, Jobs jobs) {
        this.archive = archive;
        this.jobs = jobs;
    }

    @GetMapping("/admin")
    String page(Model model) {
        Holdings holdings = archive.items().holdings();
        model.addAttribute("holdings", holdings);
        model.addAttribute("settings", archive.settings());
        model.addAttribute("store", archive.objects().worm().toString());
        model.addAttribute("users", archive.access().users().list().size());
        model.addAttribute("waiting", archive.access().users().waiting());
        model.addAttribute("indexed", archive.index().size());
        model.addAttribute("lag", archive.lag());
        model.addAttribute("entries", archive.ledger().size());
        model.addAttribute("unreconciled", archive.runs().unreconciled());
        model.addAttribute("jobs", jobs.latest().stream().limit(5).toList());
        return "admin/admin";
    }

    @GetMapping("/admin/jobs")
    String jobs(Model model) {
        model.addAttribute("jobs", jobs.latest());
        return "admin/jobs";
    }
}
