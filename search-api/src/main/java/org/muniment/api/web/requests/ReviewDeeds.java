package org.muniment.api.web.requests;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.muniment.api.ShippedExemptions;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.NotThere;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.request.RecordsRequest;
import org.muniment.archive.review.Coding;
import org.muniment.archive.review.Coding.Ruling;
import org.muniment.archive.review.Decision;
import org.muniment.archive.review.Exemption;
import org.muniment.archive.review.Redaction;
import org.muniment.archive.review.ReviewRefused;
import org.muniment.archive.review.ReviewSet;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a reviewer decides about an item. */
@Controller
@Allowed({Role.CLERK, Role.LEGAL})
class ReviewDeeds {
    private static final int THREAD = 500;

    private final Archive archive;
    private final NamedRequest named;
    private final ReviewOrder order;
    private final ReviewPage pages;

    ReviewDeeds(Archive archive, NamedRequest named, ReviewOrder order, ReviewPage pages) {
        this.archive = archive;
        this.named = named;
        this.order = order;
        this.pages = pages;
    }

    @PostMapping("/requests/{id}/review/decision")
    ModelAndView decide(
            @PathVariable String id,
            @RequestParam String item,
            @RequestParam Decision decision,
            @RequestParam(defaultValue = "") Set<String> exemption,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "false") boolean copies,
            @RequestParam(defaultValue = "false") boolean thread,
            @RequestParam(defaultValue = "undecided") String show,
            Who who) {
        RecordsRequest request = named.open(id);
        ReviewOrder.Items asked = order.of(request);
        ItemId of = named.item(asked, item);
        ReviewFilter filter = ReviewFilter.of(show);
        try {
            secondReader(request, of, decision, who);
            Ruling ruling = new Ruling(decision, grounds(request, of, decision, exemption), note);
            List<ItemId> items = new ArrayList<>(List.of(of));
            if (thread) {
                items.addAll(conversation(asked, of));
            }
            named.change(() -> archive.codings()
                    .code(ReviewSet.of(request.id()), items, ruling, copies, who.officer(), named.now()));
        } catch (IllegalArgumentException | ReviewRefused wrong) {
            return again(request, of, filter, who, wrong);
        }
        return onwards(request, of, filter);
    }

    private ModelAndView again(
            RecordsRequest request, ItemId item, ReviewFilter filter, Who who, RuntimeException wrong) {
        ModelAndView page = pages.look(request, item, filter, "", who);
        page.addObject("problem", String.valueOf(wrong.getMessage()).replaceFirst(" To see them: .*", ""));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView onwards(RecordsRequest request, ItemId item, ReviewFilter filter) {
        String next = pages.next(request, item, filter, 1);
        if (next != null) {
            return ReviewPage.to(request, new ItemId(next), filter, "");
        }
        ModelAndView page = new ModelAndView("redirect:/requests/" + request.id() + "/review");
        page.addObject("show", filter.key());
        return page;
    }

    /** Whoever asked for a second look is not the second reader. */
    private void secondReader(RecordsRequest request, ItemId item, Decision decision, Who who) {
        Coding before = archive.codings()
                .latest(ReviewSet.of(request.id()), List.of(item))
                .get(item);
        if (before != null
                && before.decision() == Decision.SECOND_LOOK
                && decision != Decision.SECOND_LOOK
                && before.by().isSamePersonAs(who.officer())) {
            throw new ReviewRefused("You asked for a second look at this item: another person decides it");
        }
    }

    /** The sections that were ticked; else those of what is removed from the item already. */
    private List<Exemption> grounds(RecordsRequest request, ItemId item, Decision decision, Set<String> ticked) {
        if (!decision.isExempt()) {
            return List.of();
        }
        Set<Exemption> grounds = new LinkedHashSet<>();
        for (String name : ticked) {
            grounds.add(ground(name));
        }
        if (grounds.isEmpty()) {
            Collection<Redaction> applied = archive.redactions()
                    .applied(ReviewSet.of(request.id()), List.of(item))
                    .getOrDefault(item, List.of());
            applied.stream().map(Redaction::exemption).forEach(grounds::add);
        }
        return List.copyOf(grounds);
    }

    /** An exemption by its id. */
    static Exemption ground(String id) {
        return ShippedExemptions.read().all().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(NotThere::new);
    }

    private List<ItemId> conversation(ReviewOrder.Items asked, ItemId item) {
        String thread = archive.items().find(item).orElseThrow(NotThere::new).thread();
        return archive.items().thread(thread, THREAD).stream()
                .map(other -> other.item().id())
                .filter(other -> asked.holds(other) && !other.equals(item))
                .toList();
    }
}
