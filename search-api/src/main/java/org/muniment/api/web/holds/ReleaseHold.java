package org.muniment.api.web.holds;

import java.time.LocalDate;
import java.util.List;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.NotThere;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;
import org.muniment.archive.hold.HoldRefused;
import org.muniment.archive.hold.LegalHold;
import org.muniment.archive.hold.LegalHold.State;
import org.muniment.archive.people.PeopleRefused;
import org.muniment.batch.holding.HeldDue;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Releases a hold: one person asks with a reason, another approves, and it cools off. Says what will expire then. */
@Controller
@Allowed({Role.LEGAL, Role.RECORDS_OFFICER})
class ReleaseHold {
    private static final int COOL_OFF = 30;
    private static final int LONGEST_COOL_OFF = 3650;
    private static final int SHOWN = 50;

    private final Archive archive;

    ReleaseHold(Archive archive) {
        this.archive = archive;
    }

    @GetMapping("/holds/{id}/release")
    ModelAndView form(@PathVariable String id, @RequestParam(defaultValue = "" + COOL_OFF) int days, Who who) {
        return page(HoldPages.find(archive, id), days, who, "", HttpStatus.OK);
    }

    @PostMapping("/holds/{id}/release")
    @Allowed(Role.LEGAL)
    ModelAndView ask(@PathVariable String id, @RequestParam String reason, Who who, RedirectAttributes after) {
        LegalHold hold = HoldPages.find(archive, id);
        try {
            archive.people().departures().refuseEarlyRelease(hold.id());
            archive.catalogue()
                    .transactions()
                    .executeWithoutResult(status -> archive.holds()
                            .requestRelease(
                                    hold.id(),
                                    who.officer(),
                                    reason,
                                    archive.clock().instant()));
        } catch (HoldRefused | PeopleRefused refused) {
            return refused(hold, COOL_OFF, who, refused).addObject("reason", reason);
        }
        archive.ledger().checkpoint();
        after.addFlashAttribute(
                "said", "The release of " + hold.id() + " waits for a second person. It binds as before.");
        return new ModelAndView("redirect:/holds/" + hold.id());
    }

    @PostMapping("/holds/{id}/release/approval")
    ModelAndView approve(@PathVariable String id, @RequestParam int days, Who who, RedirectAttributes after) {
        LegalHold hold = HoldPages.find(archive, id);
        if (days > LONGEST_COOL_OFF) {
            throw new NotThere();
        }
        try {
            archive.catalogue()
                    .transactions()
                    .executeWithoutResult(status -> archive.holds()
                            .approveRelease(
                                    hold.id(), who.officer(), archive.clock().instant(), days));
        } catch (HoldRefused refused) {
            return refused(hold, days, who, refused);
        }
        archive.ledger().checkpoint();
        after.addFlashAttribute(
                "said", hold.id() + " is released and cools off. Tell its custodians when it has ended.");
        return new ModelAndView("redirect:/holds/" + hold.id());
    }

    private ModelAndView refused(LegalHold hold, int days, Who who, RuntimeException why) {
        return page(hold, days, who, String.valueOf(why.getMessage()), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView page(LegalHold hold, int typed, Who who, String problem, HttpStatus status) {
        int days = Math.clamp(typed, 1, LONGEST_COOL_OFF);
        LocalDate ends = archive.holds().day(archive.clock().instant()).plusDays(days);
        ModelAndView page = new ModelAndView("holds/release", status);
        page.addObject("hold", HoldLine.of(archive, List.of(hold)).getFirst());
        page.addObject("state", hold.state());
        page.addObject("isAsked", hold.state() instanceof State.ReleaseRequested);
        page.addObject("isOver", hold.state() instanceof State.CoolingOff);
        page.addObject(
                "isSame",
                hold.state() instanceof State.ReleaseRequested asked
                        && asked.by().isSamePersonAs(who.officer()));
        page.addObject("days", days);
        page.addObject("ends", ends);
        page.addObject("problem", problem);
        page.addObject("due", HeldDue.keptOnlyBy(archive, hold.id(), ends, SHOWN));
        return page;
    }
}
