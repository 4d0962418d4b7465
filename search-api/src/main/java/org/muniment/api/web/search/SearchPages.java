package org.muniment.api.web.search;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.muniment.api.search.Mail;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.Who;
import org.muniment.api.web.items.Place;
import org.muniment.api.web.items.Purposes;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Purpose;
import org.muniment.archive.access.Role;
import org.muniment.archive.index.InvalidPageKey;
import org.muniment.archive.query.Field;
import org.muniment.archive.query.QuerySyntaxException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The search over all mail, for a purpose that is recorded with each question. */
@Controller
@Allowed({Role.CLERK, Role.LEGAL, Role.RECORDS_OFFICER})
class SearchPages {
    static final String PATH = "/search";

    /** What an address of the search may say. */
    static final List<String> NAMES = List.of(
            "q",
            "for",
            "by",
            "kind",
            "custodian",
            "year",
            "class",
            "series",
            "order",
            "each",
            "after",
            "terms",
            "all",
            "among");

    private final Archive archive;
    private final Purposes purposes;
    private final Questions questions;
    private final Results results;
    private final FacetLinks facets;

    SearchPages(Archive archive, Purposes purposes, Questions questions, Results results, FacetLinks facets) {
        this.archive = archive;
        this.purposes = purposes;
        this.questions = questions;
        this.results = results;
        this.facets = facets;
    }

    @GetMapping(PATH)
    String page(@RequestParam Map<String, String> parameters, Who who, Model model, HttpServletResponse response) {
        Optional<Purpose> purpose = purposes.of(parameters);
        Asked asked = asked(parameters, purpose);
        model.addAttribute("asked", asked);
        model.addAttribute("choices", purposes.choices());
        model.addAttribute("fields", Field.values());
        model.addAttribute("saved", archive.savedSearches().seenBy(who.user()));
        model.addAttribute("owner", who.user());
        model.addAttribute("typed", parameters.getOrDefault("q", ""));
        boolean isAsked = asked.has("q") || Questions.FACETS.stream().anyMatch(asked::has);
        if (purpose.isEmpty() && isAsked) {
            response.setStatus(422);
            // Who lacks a name only is told so at its field.
            model.addAttribute("lacksPurpose", !asked.get("for").equals("monitoring"));
        } else if (isAsked) {
            answer(asked, purpose.orElseThrow(), who, model, response);
        }
        purpose.ifPresent(known -> model.addAttribute("purpose", Purposes.words(known)));
        return "search/search";
    }

    private static Asked asked(Map<String, String> parameters, Optional<Purpose> purpose) {
        Asked asked = Asked.of(PATH, parameters, NAMES);
        return purpose.map(known -> new Asked(PATH, asked.values()).withPurpose(known.toString()))
                .orElse(asked);
    }

    private void answer(Asked asked, Purpose purpose, Who who, Model model, HttpServletResponse response) {
        try {
            Question question = questions.of(Mail.all(archive), asked);
            Results.Shown shown = results.of(asked, question, place(asked, purpose));
            purposes.searched(who, purpose, question.query().toString(), shown.total());
            model.addAttribute("shown", shown);
            model.addAttribute("groups", facets.of(asked, question));
            if (asked.get("terms").equals("yes")) {
                model.addAttribute("terms", question.search().terms(question.typed()));
            }
        } catch (QuerySyntaxException wrong) {
            response.setStatus(422);
            model.addAttribute("mistake", Mistake.of(wrong, asked.words()));
        } catch (InvalidPageKey wrong) {
            response.setStatus(422);
            model.addAttribute("refused", "This address names a page that there is not. Search again.");
        }
    }

    private static Place place(Asked asked, Purpose purpose) {
        SequencedMap<String, String> carried = new LinkedHashMap<>();
        carried.put("for", purpose.toString());
        carried.put("q", asked.get("q"));
        return new Place("/items", carried);
    }

    /** What may be typed next, for the script of the search box: of the language only, not of any mail. */
    @Allowed(Role.STAFF)
    @GetMapping(path = PATH + "/complete", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    List<Completion> complete(@RequestParam(defaultValue = "") String q) {
        return Completion.of(q.substring(0, Math.min(q.length(), 1_000)));
    }
}
