package org.muniment.api.web.requests;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.NotThere;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.request.RecordsRequest;
import org.muniment.archive.review.Exemption;
import org.muniment.archive.review.Part;
import org.muniment.archive.review.Redaction;
import org.muniment.archive.review.RedactionId;
import org.muniment.archive.review.ReviewRefused;
import org.muniment.archive.review.ReviewSet;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a reviewer removes from items, draws, accepts and refuses. */
@Controller
@Allowed({Role.CLERK, Role.LEGAL})
class RedactionDeeds {
    private final Archive archive;
    private final NamedRequest named;
    private final ReviewOrder order;
    private final RedactionWork work;

    RedactionDeeds(Archive archive, NamedRequest named, ReviewOrder order, RedactionWork work) {
        this.work = work;
        this.archive = archive;
        this.named = named;
        this.order = order;
    }

    /**
     * Accepts or refuses what was proposed, or lifts what was applied: named ones, all of the item, or all of a kind in the
     * whole request.
     *
     * @param at the page from which it was done, see {@link PageViews#to}; empty for the text
     */
    @PostMapping("/requests/{id}/review/redactions")
    ModelAndView decide(
            @PathVariable String id,
            @RequestParam String item,
            @RequestParam String act,
            @RequestParam(defaultValue = "") Set<String> redaction,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "undecided") String show,
            @RequestParam(defaultValue = "") String at,
            Who who,
            RedirectAttributes flash) {
        RecordsRequest request = named.open(id);
        ItemId of = named.item(order.of(request), item);
        List<RedactionId> ids = chosen(ReviewSet.of(request.id()), of, act, redaction, kind);
        @Nullable Exemption instead = ground.isEmpty() ? null : ReviewDeeds.ground(ground);
        List<Redaction> changed = act.startsWith("apply") ? work.apply(ids, instead, who) : work.refuse(ids, who);
        flash.addFlashAttribute("said", said(changed.size(), act));
        return at.isEmpty()
                ? ReviewPage.to(request, of, ReviewFilter.of(show), ground)
                : PageViews.to(request, of, at, show, ground);
    }

    static String said(int count, String act) {
        String many = count == 1 ? "1 redaction" : count + " redactions";
        return act.startsWith("apply") ? many + " applied." : many + " left out: the words stay.";
    }

    private List<RedactionId> chosen(ReviewSet set, ItemId item, String act, Set<String> named, String kind) {
        if (act.endsWith("-kind")) {
            return work.proposedAs(set, kind);
        }
        if (act.endsWith("-all")) {
            return work.proposedOn(set, item);
        }
        return archive.redactions().of(set, item).stream()
                .map(Redaction::id)
                .filter(one -> named.contains(one.value()))
                .toList();
    }

    /** Removes a passage that was marked in a part's text, or some words wherever they stand in the item. */
    @PostMapping("/requests/{id}/review/passage")
    ModelAndView remove(
            @PathVariable String id,
            @RequestParam String item,
            @RequestParam(defaultValue = "") String part,
            @RequestParam(defaultValue = "-1") int start,
            @RequestParam(defaultValue = "-1") int end,
            @RequestParam(defaultValue = "") String measured,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "undecided") String show,
            Who who,
            RedirectAttributes flash) {
        RecordsRequest request = named.open(id);
        ItemId of = named.item(order.of(request), item);
        ModelAndView back = ReviewPage.to(request, of, ReviewFilter.of(show), ground);
        try {
            if (ground.isEmpty()) {
                throw new ReviewRefused("Say on which section it is removed.");
            }
            RedactionWork.Ground on =
                    new RedactionWork.Ground(ReviewSet.of(request.id()), of, ReviewDeeds.ground(ground));
            List<Redaction> added = start >= 0 && end > start
                    ? work.remove(on, new RedactionWork.Passage(part(part), start, end, measured), who)
                    : work.remove(on, words, who);
            flash.addFlashAttribute("said", said(added.size(), "apply"));
        } catch (ReviewRefused refused) {
            flash.addFlashAttribute("refused", refused.getMessage());
        }
        return back;
    }

    private static Part part(String written) {
        try {
            return Part.read(written);
        } catch (IllegalArgumentException none) {
            throw new NotThere();
        }
    }
}
