package org.muniment.api.web.requests;

import java.time.LocalDate;
import java.util.Arrays;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.NotThere;
import org.muniment.api.web.Who;
import org.muniment.archive.access.Role;
import org.muniment.archive.hold.HoldRefused;
import org.muniment.archive.request.ExtensionGround;
import org.muniment.archive.request.RecordsRequest;
import org.muniment.archive.request.RequestRefused;
import org.muniment.archive.request.RequestStep;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is done for a request besides letters, review and production. */
@Controller
@Allowed(Role.CLERK)
class RequestDeeds {
    private final NamedRequest named;
    private final RequestWork work;

    RequestDeeds(NamedRequest named, RequestWork work) {
        this.named = named;
        this.work = work;
    }

    @PostMapping("/requests/{id}/steps")
    String step(
            @PathVariable String id,
            @RequestParam String step,
            @RequestParam LocalDate on,
            @RequestParam(defaultValue = "") String words,
            Who who,
            RedirectAttributes flash) {
        RecordsRequest request = named.find(id);
        RequestStep.Kind kind = Arrays.stream(RequestStep.Kind.values())
                .filter(one -> one.name().equals(step))
                .findFirst()
                .orElseThrow(NotThere::new);
        return told(request, flash, "Noted: " + kind.words(), () -> work.take(request, kind, on, words, who));
    }

    @PostMapping("/requests/{id}/extension")
    String extend(
            @PathVariable String id,
            @RequestParam ExtensionGround ground,
            @RequestParam String reason,
            @RequestParam LocalDate until,
            Who who,
            RedirectAttributes flash) {
        RecordsRequest request = named.find(id);
        return told(
                request,
                flash,
                "The extension is noted. It counts when its letter is sent, within the first days: write it now.",
                () -> work.extend(request, ground, reason, until, who));
    }

    @PostMapping("/requests/{id}/close")
    String close(
            @PathVariable String id,
            @RequestParam String outcome,
            @RequestParam int reviewDays,
            Who who,
            RedirectAttributes flash) {
        RecordsRequest request = named.find(id);
        return told(
                request,
                flash,
                request.id() + " is closed. Its hold still binds; another person approves its release.",
                () -> work.close(request, outcome, reviewDays, who));
    }

    /** Lets the hold of a closed request go, as the second person: it binds until the review period is over. */
    @PostMapping("/requests/{id}/hold")
    @Allowed({Role.CLERK, Role.LEGAL})
    String release(@PathVariable String id, Who who, RedirectAttributes flash) {
        RecordsRequest request = named.find(id);
        try {
            int days = work.releaseHold(request, who);
            flash.addFlashAttribute("said", "The hold is released. It binds for " + days + " days more.");
        } catch (HoldRefused refused) {
            flash.addFlashAttribute("refused", refused.getMessage());
        }
        return "redirect:/requests/" + request.id();
    }

    @PostMapping("/requests/{id}/letterhead")
    String letterhead(@PathVariable String id, @RequestParam String letterhead, RedirectAttributes flash) {
        RecordsRequest request = named.find(id);
        return told(request, flash, "Letters now begin with that.", () -> work.writeLetterhead(letterhead));
    }

    /** What can't be done is said on the request's page, at its head. */
    private static String told(RecordsRequest request, RedirectAttributes flash, String done, Runnable deed) {
        try {
            deed.run();
            flash.addFlashAttribute("said", done);
        } catch (RequestRefused | HoldRefused refused) {
            flash.addFlashAttribute("refused", refused.getMessage());
        }
        return "redirect:/requests/" + request.id();
    }
}
