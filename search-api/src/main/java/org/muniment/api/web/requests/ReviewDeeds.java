package org.muniment.api.web.requests;

import java.util.List;
import java.util.Set;
import org.muniment.api.ShippedExemptions;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.NotThere;
import org.muniment.api.web.Who;
import org.muniment.archive.access.Role;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.request.RecordsRequest;
import org.muniment.archive.review.Decision;
import org.muniment.archive.review.Exemption;
import org.muniment.archive.review.ReviewRefused;
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
    private final NamedRequest named;
    private final ReviewOrder order;
    private final ReviewPage pages;
    private final ReviewWork work;

    ReviewDeeds(NamedRequest named, ReviewOrder order, ReviewPage pages, ReviewWork work) {
        this.named = named;
        this.order = order;
        this.pages = pages;
        this.work = work;
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
        ItemId of = named.item(order.of(request), item);
        ReviewFilter filter = ReviewFilter.of(show);
        try {
            List<Exemption> grounds = exemption.stream()
                    .filter(name -> decision.isExempt())
                    .map(ReviewDeeds::ground)
                    .toList();
            work.decide(request, new ReviewWork.Order(List.of(of), decision, grounds, note, copies, thread), who);
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

    /** An exemption by its id. */
    static Exemption ground(String id) {
        return ShippedExemptions.read().all().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(NotThere::new);
    }
}
