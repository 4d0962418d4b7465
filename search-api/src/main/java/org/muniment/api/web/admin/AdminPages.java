package org.muniment.api.web.admin;

import java.util.List;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.Job;
import org.muniment.api.web.Jobs;
import org.muniment.api.web.Restarts;
import org.muniment.api.web.Who;
import org.muniment.api.web.mine.LettersStand;
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
    private final LettersStand letters;
    private final RestoreWork mailboxes;
    private final Restarts restarts;

    AdminPages(Archive archive, Jobs jobs, LettersStand letters, RestoreWork mailboxes, Restarts restarts) {
        this.restarts = restarts;
        this.archive = archive;
        this.jobs = jobs;
        this.letters = letters;
        this.mailboxes = mailboxes;
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
        model.addAttribute("mailboxes", mailboxes.mailboxes().size());
        model.addAttribute("lettersLack", letters.lacking());
        model.addAttribute("lettersWithout", letters.without());
        model.addAttribute("lettersEvery", letters.everyDays());
        return "admin/admin";
    }

    @GetMapping("/admin/jobs")
    String jobs(Who who, Model model) {
        List<Job> latest = jobs.latest();
        model.addAttribute("jobs", latest);
        model.addAttribute(
                "resumable",
                latest.stream()
                        .filter(job -> restarts.isFor(job, who))
                        .map(Job::id)
                        .toList());
        return "admin/jobs";
    }
}
