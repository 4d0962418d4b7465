package org.muniment.api.web;

import org.muniment.archive.access.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** How far a job is: for whoever started it, and for administrators. */
@Controller
@Allowed(Role.STAFF)
class JobPage {
    private final Jobs jobs;

    JobPage(Jobs jobs) {
        this.jobs = jobs;
    }

    @GetMapping("/jobs/{id}")
    String page(@PathVariable String id, Who who, Model model) {
        model.addAttribute(
                "job",
                jobs.find(JobId.parse(id)).filter(job -> job.mayBeSeenBy(who)).orElseThrow(NotThere::new));
        return "job";
    }
}
