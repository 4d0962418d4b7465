package org.muniment.api.web.requests;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.NotThere;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;
import org.muniment.archive.hold.HoldId;
import org.muniment.archive.hold.HoldRefused;
import org.muniment.archive.hold.LegalHold;
import org.muniment.archive.request.ExtensionGround;
import org.muniment.archive.request.RecordsRequest;
import org.muniment.archive.request.RecordsRequest.State;
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
    private static final int LONGEST_REVIEW = 3650;

    private final Archive archive;
    private final NamedRequest named;

    RequestDeeds(Archive archive, NamedRequest named) {
        this.archive = archive;
        this.named = named;
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
        return told(
                request,
                flash,
                "Noted: " + kind.words(),
                () -> named.change(
                        () -> archive.requestSteps().take(request.id(), kind, on, words, who.officer(), named.now())));
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
                "The period is extended. Now send the letter of extension: it must go out within the first days.",
                () -> named.change(() ->
                        archive.requests().extend(request.id(), ground, reason, until, who.officer(), named.now())));
    }

    @PostMapping("/requests/{id}/close")
    String close(
            @PathVariable String id,
            @RequestParam String outcome,
            @RequestParam int reviewDays,
            Who who,
            RedirectAttributes flash) {
        RecordsRequest request = named.find(id);
        LocalDate ends = named.today().plusDays(Math.clamp(reviewDays, 0, LONGEST_REVIEW));
        return told(
                request,
                flash,
                request.id() + " is closed. Its hold still binds; another person approves its release.",
                () -> named.change(() -> close(request, outcome, ends, who)));
    }

    private RecordsRequest close(RecordsRequest request, String outcome, LocalDate ends, Who who) {
        RecordsRequest closed = archive.requests().close(request.id(), outcome, ends, who.officer(), named.now());
        HoldId hold = new HoldId(request.hold());
        boolean inForce = archive.holds()
                .find(hold)
                .filter(one -> one.state() instanceof LegalHold.State.InForce)
                .isPresent();
        if (inForce) {
            archive.holds()
                    .requestRelease(
                            hold,
                            who.officer(),
                            "Request " + request.id() + " was closed; its review period ends on " + ends,
                            named.now());
        }
        return closed;
    }

    /** Lets the hold of a closed request go, as the second person: it binds until the review period is over. */
    @PostMapping("/requests/{id}/hold")
    @Allowed({Role.CLERK, Role.LEGAL})
    String release(@PathVariable String id, Who who, RedirectAttributes flash) {
        RecordsRequest request = named.find(id);
        if (!(request.state() instanceof State.Closed closed)) {
            throw new RequestRefused("The hold of an open request stays");
        }
        LocalDate ends = closed.reviewEnds();
        int days = ends == null ? 1 : (int) Math.max(1, ChronoUnit.DAYS.between(named.today(), ends));
        return told(
                request,
                flash,
                "The hold is released. It binds for " + days + " days more.",
                () -> named.change(() ->
                        archive.holds().approveRelease(new HoldId(request.hold()), who.officer(), named.now(), days)));
    }

    @PostMapping("/requests/{id}/letterhead")
    String letterhead(@PathVariable String id, @RequestParam String letterhead, RedirectAttributes flash) {
        RecordsRequest request = named.find(id);
        return told(
                request,
                flash,
                "Letters now begin with that.",
                () -> archive.letters().templates().writeLetterhead(letterhead));
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
