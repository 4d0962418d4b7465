package org.muniment.api.web.requests;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muniment.api.ReviewedTexts;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.NotThere;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.request.RecordsRequest;
import org.muniment.archive.review.Exemption;
import org.muniment.archive.review.Part;
import org.muniment.archive.review.PartTexts;
import org.muniment.archive.review.Place;
import org.muniment.archive.review.Redaction;
import org.muniment.archive.review.RedactionId;
import org.muniment.archive.review.ReviewRefused;
import org.muniment.archive.review.ReviewSet;
import org.muniment.archive.review.Suggestion;
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
    private static final String DRAWN = "drawn by a reviewer";
    private static final int PAGE = 1000;

    private final Archive archive;
    private final NamedRequest named;
    private final ReviewOrder order;

    RedactionDeeds(Archive archive, NamedRequest named, ReviewOrder order) {
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
        Set<RedactionId> ids = chosen(ReviewSet.of(request.id()), of, act, redaction, kind);
        @Nullable Exemption instead = ground.isEmpty() ? null : ReviewDeeds.ground(ground);
        List<Redaction> changed = named.change(() -> act.startsWith("apply")
                ? archive.redactions().apply(ids, instead, who.officer(), named.now())
                : archive.redactions().refuse(ids, who.officer(), named.now()));
        flash.addFlashAttribute("said", said(changed.size(), act));
        return at.isEmpty()
                ? ReviewPage.to(request, of, ReviewFilter.of(show), ground)
                : PageViews.to(request, of, at, show, ground);
    }

    static String said(int count, String act) {
        String many = count == 1 ? "1 redaction" : count + " redactions";
        return act.startsWith("apply") ? many + " applied." : many + " left out: the words stay.";
    }

    private Set<RedactionId> chosen(ReviewSet set, ItemId item, String act, Set<String> named, String kind) {
        Set<RedactionId> chosen = new LinkedHashSet<>();
        if (act.endsWith("-kind")) {
            List<Redaction> page = archive.redactions().page(set, Redaction.State.SUGGESTED, null, PAGE);
            while (!page.isEmpty()) {
                page.stream().filter(one -> one.what().origin().equals(kind)).forEach(one -> chosen.add(one.id()));
                page = archive.redactions()
                        .page(set, Redaction.State.SUGGESTED, page.getLast().id(), PAGE);
            }
            return chosen;
        }
        archive.redactions().of(set, item).stream()
                .filter(one -> act.endsWith("-all")
                        ? one.state() == Redaction.State.SUGGESTED
                        : named.contains(one.id().value()))
                .forEach(one -> chosen.add(one.id()));
        return chosen;
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
            Drawing drawing = new Drawing(ReviewSet.of(request.id()), of, ReviewDeeds.ground(ground));
            Map<Part, String> texts = new ReviewedTexts(archive).of(of);
            List<Suggestion> drawn = start >= 0 && end > start
                    ? List.of(drawing.passage(texts, part, start, end, measured))
                    : drawing.everywhere(texts, words);
            List<Redaction> added = named.change(() -> archive.redactions().add(drawn, who.officer(), named.now()));
            flash.addFlashAttribute("said", said(added.size(), "apply"));
        } catch (ReviewRefused refused) {
            flash.addFlashAttribute("refused", refused.getMessage());
        }
        return back;
    }

    /** What somebody draws on an item. */
    private record Drawing(ReviewSet set, ItemId item, Exemption ground) {
        Suggestion passage(Map<Part, String> texts, String written, int start, int end, String measured) {
            Part part;
            try {
                part = Part.read(written);
            } catch (IllegalArgumentException none) {
                throw new NotThere();
            }
            String text = texts.getOrDefault(part, "");
            if (end > text.length() || !PartTexts.digest(text).equals(measured)) {
                throw new ReviewRefused("The text reads differently now. Mark the passage again.");
            }
            return new Suggestion(set, item, part, new Place.Span(start, end), ground, DRAWN, measured);
        }

        List<Suggestion> everywhere(Map<Part, String> texts, String words) {
            List<Suggestion> drawn = new ArrayList<>();
            texts.forEach((part, text) -> PartTexts.places(text, words)
                    .forEach(place ->
                            drawn.add(new Suggestion(set, item, part, place, ground, DRAWN, PartTexts.digest(text)))));
            if (drawn.isEmpty()) {
                throw new ReviewRefused("Mark a passage, or type words that stand in this item.");
            }
            return drawn;
        }
    }
}
