package org.muniment.api.web.requests;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniment.api.ShippedExemptions;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.NotThere;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.archive.request.RecordsRequest;
import org.muniment.archive.review.Exemption;
import org.muniment.archive.review.ReviewSet;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The review: one item at a time beside what can be decided about it. */
@Controller
@Allowed({Role.CLERK, Role.LEGAL})
class ReviewPage {
    private final Archive archive;
    private final NamedRequest named;
    private final ReviewOrder order;
    private final ReviewLooks looks;

    ReviewPage(Archive archive, NamedRequest named, ReviewOrder order, ReviewLooks looks) {
        this.archive = archive;
        this.named = named;
        this.order = order;
        this.looks = looks;
    }

    /** Without an item, leads to the first that is looked at, or says that none is left. */
    @GetMapping("/requests/{id}/review")
    ModelAndView page(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "undecided") String show,
            @RequestParam(defaultValue = "") String ground,
            Who who) {
        RecordsRequest request = named.find(id);
        ReviewFilter filter = ReviewFilter.of(show);
        ReviewOrder.Items asked = order.of(request);
        if (item.isEmpty()) {
            return filter.first(archive, ReviewSet.of(request.id()), asked, asked.items())
                    .map(first -> to(request, first, filter, ground))
                    .orElseGet(() -> nothingLeft(request, filter, asked));
        }
        return look(request, named.item(asked, item), filter, ground, who);
    }

    static ModelAndView to(RecordsRequest request, ItemId item, ReviewFilter filter, String ground) {
        ModelAndView page = new ModelAndView("redirect:/requests/" + request.id() + "/review");
        page.addObject("item", item.value());
        page.addObject("show", filter.key());
        if (!ground.isEmpty()) {
            page.addObject("ground", ground);
        }
        return page;
    }

    private ModelAndView nothingLeft(RecordsRequest request, ReviewFilter filter, ReviewOrder.Items asked) {
        ModelAndView page = new ModelAndView("requests/review-done");
        page.addObject("request", request);
        page.addObject("filter", filter);
        page.addObject("filters", ReviewFilter.values());
        page.addObject("figures", ReviewFigures.of(archive, request, asked));
        return page;
    }

    /** The page of one item; that it was looked at is on record before the page answers. */
    ModelAndView look(RecordsRequest request, ItemId item, ReviewFilter filter, String ground, Who who) {
        ReviewOrder.Items asked = order.of(request);
        RegisteredItem registered = archive.items().find(item).orElseThrow(NotThere::new);
        looks.look(who, request.id(), item);
        ReviewSet set = ReviewSet.of(request.id());
        List<Exemption> exemptions = ShippedExemptions.read().all();
        ModelAndView page = new ModelAndView("requests/review");
        page.addObject("request", request);
        page.addObject("seen", ReviewedItem.read(archive, set, asked, registered));
        page.addObject("filter", filter);
        page.addObject("filters", ReviewFilter.values());
        page.addObject("figures", ReviewFigures.of(archive, request, asked));
        page.addObject("place", asked.places().getOrDefault(item, 0) + 1);
        page.addObject("next", next(request, item, filter, 1));
        page.addObject("previous", previous(request, item, filter));
        page.addObject("exemptions", exemptions);
        page.addObject("ground", ground);
        page.addObject("copiesToo", true);
        return page;
    }

    /** The next item after one that is looked at; null when there is none. */
    @Nullable
    String next(RecordsRequest request, ItemId item, ReviewFilter filter, int further) {
        ReviewOrder.Items asked = order.of(request);
        List<ItemId> after = asked.from(item, further)
                .map(next -> asked.items().subList(asked.places().getOrDefault(next, 0), asked.size()))
                .orElse(List.of());
        return filter.first(archive, ReviewSet.of(request.id()), asked, after)
                .map(ItemId::value)
                .orElse(null);
    }

    @Nullable
    private String previous(RecordsRequest request, ItemId item, ReviewFilter filter) {
        ReviewOrder.Items asked = order.of(request);
        List<ItemId> before = asked.items().subList(0, asked.places().getOrDefault(item, 0));
        Optional<ItemId> found = filter.first(archive, ReviewSet.of(request.id()), asked, before.reversed());
        return found.map(ItemId::value).orElse(null);
    }
}
