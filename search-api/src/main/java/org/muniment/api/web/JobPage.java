package org.muniment.api.web;

import org.muniment.api.Complaint;
import org.muniment.api.ExitCode;
import org.muniment.archive.access.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How far a job is, and what lets a broken one go on: for whoever started it, and for administrators. */
@Controller
@Allowed(Role.STAFF)
class JobPage {
    private final Jobs jobs;
    private final Restarts restarts;

    JobPage(Jobs jobs, Restarts restarts) {
        this.jobs = jobs;
        this.restarts = restarts;
    }

    @GetMapping("/jobs/{id}")
    String page(@PathVariable String id, Who who, Model model) {
        Job job = find(id, who);
        model.addAttribute("job", job);
        model.addAttribute("mayGoOn", restarts.isFor(job, who));
        return "job";
    }

    private Job find(String id, Who who) {
        return jobs.find(JobId.parse(id)).filter(job -> job.mayBeSeenBy(who)).orElseThrow(NotThere::new);
    }

    @PostMapping("/jobs/{id}/restart")
    String restart(@PathVariable String id, Who who, RedirectAttributes after) throws Exception {
        Job job = find(id, who);
        try {
            return "redirect:/jobs/" + restarts.restart(job, who);
        } catch (NotThere gone) {
            after.addFlashAttribute("refused", "What this job was about is not there any more.");
        } catch (Exception refused) {
            Complaint complaint = Complaint.of(refused);
            if (complaint.exit() == ExitCode.FAILED) {
                throw refused;
            }
            after.addFlashAttribute("refused", complaint.message());
        }
        return "redirect:/jobs/" + job.id();
    }
}
