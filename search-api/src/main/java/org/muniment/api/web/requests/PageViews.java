package org.muniment.api.web.requests;

import java.time.Duration;
import java.util.List;
import org.muniment.api.ShippedExemptions;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.NotThere;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.archive.request.RecordsRequest;
import org.muniment.archive.review.Redaction;
import org.muniment.archive.review.ReviewRefused;
import org.muniment.archive.review.ReviewSet;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The review on the page: an item's pages as they would be given out, and what is marked on them. */
@Controller
@Allowed({Role.CLERK, Role.LEGAL})
class PageViews {
    private final Archive archive;
    private final NamedRequest named;
    private final ReviewOrder order;
    private final ReviewLooks looks;
    private final RedactionWork work;

    PageViews(Archive archive, NamedRequest named, ReviewOrder order, ReviewLooks looks, RedactionWork work) {
        this.archive = archive;
        this.named = named;
        this.order = order;
        this.looks = looks;
        this.work = work;
    }

    @GetMapping("/requests/{id}/review/pages")
    ModelAndView page(
            @PathVariable String id,
            @RequestParam String item,
            @RequestParam(defaultValue = "0") int document,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "undecided") String show,
            @RequestParam(defaultValue = "") String ground,
            Who who) {
        RecordsRequest request = named.find(id);
        ReviewOrder.Items asked = order.of(request);
        ItemId of = named.item(asked, item);
        RegisteredItem registered = archive.items().find(of).orElseThrow(NotThere::new);
        looks.look(who, request.id(), of);
        ReviewSet set = ReviewSet.of(request.id());
        ReviewedItem seen = ReviewedItem.read(archive, set, asked, registered);
        ModelAndView view = new ModelAndView("requests/pages");
        view.addObject("request", request);
        view.addObject("seen", seen);
        view.addObject("sheet", work.sheet(set, of, document, page));
        view.addObject("filter", ReviewFilter.of(show));
        view.addObject("exemptions", ShippedExemptions.read().all());
        view.addObject("ground", ground);
        view.addObject("at", document + "." + page);
        return view;
    }

    /** The picture of a page. Browsers may keep it, and ask each time whether it still holds. */
    @GetMapping(value = "/requests/{id}/review/pages/picture.png", produces = MediaType.IMAGE_PNG_VALUE)
    ResponseEntity<byte[]> picture(
            @PathVariable String id,
            @RequestParam String item,
            @RequestParam(defaultValue = "0") int document,
            @RequestParam(defaultValue = "1") int page,
            Who who) {
        RecordsRequest request = named.find(id);
        ItemId of = named.item(order.of(request), item);
        looks.look(who, request.id(), of);
        RedactionWork.Picture picture = work.picture(ReviewSet.of(request.id()), of, document, page);
        return ResponseEntity.ok()
                .eTag(picture.tag())
                .cacheControl(CacheControl.maxAge(Duration.ZERO).cachePrivate().mustRevalidate())
                .body(picture.png());
    }

    /** Removes what was marked on a page. */
    @PostMapping("/requests/{id}/review/pages")
    ModelAndView mark(
            @PathVariable String id,
            @ModelAttribute PageMark mark,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "undecided") String show,
            Who who,
            RedirectAttributes flash) {
        RecordsRequest request = named.open(id);
        ItemId of = named.item(order.of(request), mark.item());
        try {
            if (ground.isEmpty()) {
                throw new ReviewRefused("Say on which section it is removed.");
            }
            RedactionWork.Ground on =
                    new RedactionWork.Ground(ReviewSet.of(request.id()), of, ReviewDeeds.ground(ground));
            List<Redaction> added = work.mark(on, mark.document(), mark.page(), mark.hidden(), mark.marked(), who);
            flash.addFlashAttribute("said", RedactionDeeds.said(added.size(), "apply"));
        } catch (ReviewRefused refused) {
            flash.addFlashAttribute("refused", refused.getMessage());
        }
        return to(request, of, mark.document() + "." + mark.page(), show, ground);
    }

    /** @param at document and page, {@code 0.1} */
    static ModelAndView to(RecordsRequest request, ItemId item, String at, String show, String ground) {
        ModelAndView page = new ModelAndView("redirect:/requests/" + request.id() + "/review/pages");
        page.addObject("item", item.value());
        page.addObject("document", at.replaceFirst("\\..*", ""));
        page.addObject("page", at.replaceFirst(".*\\.", ""));
        page.addObject("show", ReviewFilter.of(show).key());
        page.addObject("ground", ground);
        return page;
    }
}
